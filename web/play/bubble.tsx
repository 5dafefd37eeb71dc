// A message of a play, drawn as the team sees it in the inbox.
import type { Content } from '@bellwire/model/message.ts';
import { MessageLine } from '../contacts/message-line.tsx';

/** Told by nobody: the clock of a play says nothing to whom plays it. */
const AT = new Date(0).toISOString();

export function Bubble({ from, content }: { from: 'bot' | 'contact'; content: Content }) {
  const message = { id: '', seq: 0, from, content, sentAt: AT };
  return (
    <ol className="thread play-bubble">
      <MessageLine message={message} />
    </ol>
  );
}
