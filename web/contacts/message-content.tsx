// What one message holds, as the team reads it, by its kind: one line each, and a missing one does not compile. Text only, never HTML.
import type { ReactNode } from 'react';
import type { Button } from '@bellwire/model/content/button.ts';
import { contentWords, type Content, type ContentName } from '@bellwire/model/message.ts';
import { MediaContent } from './media-content.tsx';
import { ReceiptContent } from './receipt-content.tsx';
import './message-content.css';

type Drawing<Name extends ContentName> = (content: Extract<Content, { is: Name }>) => ReactNode;

const drawings: { readonly [Name in ContentName]: Drawing<Name> } = {
  text: ({ text, buttons }) => (
    <>
      <p>{text}</p>
      <Choices labels={labelsOf(buttons)} says="Buttons" />
    </>
  ),
  image: (content) => <MediaContent content={content} />,
  cards: ({ cards }) => <Cards cards={cards} />,
  audio: (content) => <MediaContent content={content} />,
  video: (content) => <MediaContent content={content} />,
  file: (content) => <MediaContent content={content} />,
  receipt: (content) => <ReceiptContent content={content} />,
};

export function MessageContent({ content }: { content: Content }) {
  return (
    <>
      {Object.hasOwn(drawings, content.is) ? draw(content.is, content) : <p>{contentWords(content)}</p>}
      <Choices labels={(content.quickReplies ?? []).map(({ label }) => label)} says="Quick replies" />
    </>
  );
}

/** The kind stands as a type of its own, so that the compiler sees that drawing and content are of the same one. */
function draw<Name extends ContentName>(name: Name, content: Extract<Content, { is: Name }>): ReactNode {
  return drawings[name](content);
}

function Cards({ cards }: { cards: Extract<Content, { is: 'cards' }>['cards'] }) {
  return (
    <ul className="content-cards" aria-label="Cards" tabIndex={0}>
      {cards.map(({ title, text, image, alt, buttons }, place) => (
        <li key={place}>
          {image === undefined ? null : (
            <MediaContent content={{ is: 'image', url: image, alt: alt ?? title }} />
          )}
          <strong>{title}</strong>
          {text === undefined ? null : <p>{text}</p>}
          <Choices labels={labelsOf(buttons)} says="Buttons" />
        </li>
      ))}
    </ul>
  );
}

function labelsOf(buttons: readonly Button[] = []): string[] {
  return buttons.map(({ label }) => label);
}

function Choices({ labels, says }: { labels: readonly string[]; says: string }) {
  if (labels.length === 0) return null;
  return (
    <ul className="thread-choices" aria-label={says}>
      {labels.map((label, place) => (
        <li key={place}>{label}</li>
      ))}
    </ul>
  );
}
