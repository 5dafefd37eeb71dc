// What one message shows: its words and buttons, or a receipt.
/** @jsxImportSource preact */
import type { Button, Content } from '@bellwire/model/message.ts';
import { MessageText } from './message-text.tsx';
import { ReceiptCard } from './receipt-card.tsx';
import { openableAddress } from './text-links.ts';

export type Reply = (label: string, payload: string) => void;

export function MessageBody({ content, onReply }: { content: Content; onReply: Reply }) {
  if (content.is === 'receipt') return <ReceiptCard {...content} />;
  const { text, buttons = [] } = content;
  return (
    <div className="bubble">
      <MessageText text={text} />
      {buttons.length > 0 && (
        <div className="buttons">
          {buttons.map((button, index) => (
            <MessageButton key={index} button={button} onReply={onReply} />
          ))}
        </div>
      )}
    </div>
  );
}

function MessageButton({ button, onReply }: { button: Button; onReply: Reply }) {
  if (button.is === 'reply')
    return (
      <button type="button" onClick={() => onReply(button.label, button.payload)}>
        {button.label}
      </button>
    );
  const address = openableAddress(button.url);
  if (address === undefined) return <span className="dead">{button.label}</span>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {button.label}
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M3 9l6-6M4.5 3H9v4.5" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" />
      </svg>
      <span className="unseen"> (opens in a new tab)</span>
    </a>
  );
}
