// One page of a conversation, oldest on top; the page before it is put above when asked for.
import { useState } from 'react';
import { Answer } from '../server-state/answer.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { MessageLine } from './message-line.tsx';

const LIVE_MS = 3_000;

/** Without `after` it is the newest page, which is asked for again and again. */
export function MessagePage({ contactId, after }: { contactId: string; after?: string }) {
  const [earlier, setEarlier] = useState(false);
  const page = useOperation(
    'listMessages',
    { contactId, ...(after !== undefined && { after }) },
    { pollMs: after === undefined && LIVE_MS, keepPrevious: true },
  );
  if (page.data === undefined)
    return (
      <Answer query={page} height={80}>
        {() => null}
      </Answer>
    );
  const { rows, next } = page.data;
  if (rows.length === 0) return <p className="conversation-none">Nothing has been said yet.</p>;
  return (
    <>
      {next === null ? null : earlier ? (
        <MessagePage contactId={contactId} after={next} />
      ) : (
        <div className="conversation-earlier">
          <Button size="small" onClick={() => setEarlier(true)}>
            Earlier messages
          </Button>
        </div>
      )}
      <ol className="thread">
        {rows.toReversed().map((message) => (
          <MessageLine key={message.id} message={message} />
        ))}
      </ol>
    </>
  );
}
