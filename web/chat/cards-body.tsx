// Cards side by side, to be moved through with a finger, the wheel, or the arrow keys.
/** @jsxImportSource preact */
import type { Card } from '@bellwire/model/content/cards.ts';
import { Picture } from './media-body.tsx';
import { MessageButtons, type Reply } from './message-buttons.tsx';
import { MessageText } from './message-text.tsx';

export function CardsBody({ cards, onReply }: { cards: readonly Card[]; onReply: Reply }) {
  return (
    <ul className="cards" aria-label="Cards" tabIndex={cards.length > 1 ? 0 : -1}>
      {cards.map(({ title, text, image, alt, buttons }, index) => (
        <li className="card" key={index}>
          {image !== undefined && (
            <div className="picture-place">
              <Picture url={image} alt={alt ?? ''} />
            </div>
          )}
          <h3>{title}</h3>
          {text !== undefined && <MessageText text={text} />}
          <MessageButtons buttons={buttons} onReply={onReply} />
        </li>
      ))}
    </ul>
  );
}
