// What one message shows, by its kind: one line each, and a missing one does not compile.
/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { Content, ContentName } from '@bellwire/model/message.ts';
import { CardsBody } from './cards-body.tsx';
import { AudioBody, FileBody, ImageBody, VideoBody } from './media-body.tsx';
import { MessageButtons, type Reply } from './message-buttons.tsx';
import { MessageText } from './message-text.tsx';
import { ReceiptCard } from './receipt-card.tsx';

type Body<Name extends ContentName> = (props: {
  readonly content: Extract<Content, { is: Name }>;
  readonly onReply: Reply;
}) => JSX.Element;

const bodies: { readonly [Name in ContentName]: Body<Name> } = {
  text: (props) => <TextBody {...props} />,
  image: ({ content }) => <ImageBody {...content} />,
  cards: ({ content, onReply }) => <CardsBody cards={content.cards} onReply={onReply} />,
  audio: ({ content }) => <AudioBody {...content} />,
  video: ({ content }) => <VideoBody {...content} />,
  file: ({ content }) => <FileBody {...content} />,
  receipt: ({ content }) => <ReceiptCard {...content} />,
};

export function MessageBody({ content, onReply }: { content: Content; onReply: Reply }) {
  // A message of a newer server than this page, which was opened before.
  if (!Object.hasOwn(bodies, content.is))
    return <p className="bubble">Reload the page to see this message.</p>;
  return bodyOf(content.is, content, onReply);
}

/** The kind stands as a type of its own, so that the compiler sees that body and content are of the same one. */
function bodyOf<Name extends ContentName>(
  name: Name,
  content: Extract<Content, { is: Name }>,
  onReply: Reply,
): JSX.Element {
  return bodies[name]({ content, onReply });
}

function TextBody({ content, onReply }: Parameters<Body<'text'>>[0]) {
  return (
    <div className="bubble">
      <MessageText text={content.text} />
      <MessageButtons buttons={content.buttons} onReply={onReply} />
    </div>
  );
}
