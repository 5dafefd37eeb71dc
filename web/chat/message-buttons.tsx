// The buttons of a message: some lead away, some say something.
/** @jsxImportSource preact */
import type { Button } from '@bellwire/model/content/button.ts';
import { Icon } from './icon.tsx';
import { openableAddress } from './text-links.ts';

export type Reply = (label: string, payload: string) => void;

export function MessageButtons({
  buttons = [],
  onReply,
}: {
  buttons: readonly Button[] | undefined;
  onReply: Reply;
}) {
  if (buttons.length === 0) return null;
  return (
    <div className="buttons">
      {buttons.map((button, index) => (
        <MessageButton key={index} button={button} onReply={onReply} />
      ))}
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
  if (button.is === 'call')
    return (
      <a href={`tel:${button.phone.replace(/[^\d+*#,;]/g, '')}`}>
        <Icon name="phone" size={14} />
        {button.label}
      </a>
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
