// The words of a message: only ever text, with the addresses in it as links.
/** @jsxImportSource preact */
import { textLinks } from './text-links.ts';

export function MessageText({ text }: { text: string }) {
  return (
    <p className="words">
      {textLinks(text).map(({ is, text: piece }, index) =>
        is === 'text' ? (
          piece
        ) : (
          <a key={index} href={piece} target="_blank" rel="noopener noreferrer nofollow">
            {piece}
          </a>
        ),
      )}
    </p>
  );
}
