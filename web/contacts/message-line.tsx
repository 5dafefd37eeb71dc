// One message of a conversation as the team reads it: what it holds, who said it, and when.
import type { Message } from '@bellwire/model/message.ts';
import { RelativeTime } from '../ui/relative-time.tsx';
import { MessageContent } from './message-content.tsx';
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
        <MessageContent content={message.content} />
      </div>
      <small>
        {senderWords[message.from]} · <RelativeTime at={message.sentAt} />
      </small>
    </li>
  );
}
