// One message of a conversation as the team reads it: text only, never HTML.
import type { Message } from '@bellwire/model/message.ts';
import { Money } from '../ui/money.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import './thread.css';

const senderWords: Readonly<Record<Message['from'], string>> = {
  contact: 'Contact',
  bot: 'Bot',
  member: 'Team',
};

export function MessageLine({ message }: { message: Message }) {
  return (
    <li className="thread-line" data-from={message.from}>
      <div className="thread-bubble">
        <Body content={message.content} />
      </div>
      <small>
        {senderWords[message.from]} · <RelativeTime at={message.sentAt} />
      </small>
    </li>
  );
}

function Body({ content }: { content: Message['content'] }) {
  if (content.is === 'receipt') return <ReceiptBody content={content} />;
  const choices = [
    ...(content.buttons ?? []).map(({ label }) => label),
    ...(content.quickReplies ?? []).map(({ label }) => label),
  ];
  return (
    <>
      <p>{content.text}</p>
      {choices.length === 0 ? null : (
        <ul className="thread-choices" aria-label="Buttons">
          {choices.map((label, place) => (
            <li key={place}>{label}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function ReceiptBody({ content }: { content: Extract<Message['content'], { is: 'receipt' }> }) {
  const { order, title, note } = content;
  return (
    <div className="thread-receipt">
      <strong>{title}</strong>
      <span>Order {order.number}</span>
      {order.items.map((item, place) => (
        <p key={place}>
          <span>
            {item.quantity} × {item.name}
          </span>
          <Money minor={item.quantity * item.unitAmount} currency={order.currency} />
        </p>
      ))}
      <p className="thread-receipt-total">
        <span>Total</span>
        <Money minor={order.total} currency={order.currency} />
      </p>
      {note === undefined ? null : <span>{note}</span>}
    </div>
  );
}
