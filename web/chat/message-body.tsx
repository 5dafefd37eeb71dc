// What one message shows: its words and buttons, or a receipt.
/** @jsxImportSource preact */
import type { Button, Content } from '@bellwire/model/message.ts';
import { Icon } from './icon.tsx';
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
      <Icon name="outside" size={12} />
      <span className="unseen"> (opens in a new tab)</span>
    </a>
  );
}
