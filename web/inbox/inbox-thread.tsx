// The chosen conversation: who it is with, what was said, and a box to answer in.
import { Link } from '@tanstack/react-router';
import { Conversation } from '../contacts/conversation.tsx';
import { isPaused } from '../contacts/is-paused.ts';
import { PauseBot } from '../contacts/pause-bot.tsx';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

const LIVE_MS = 3_000;

export function InboxThread({ contactId }: { contactId: string }) {
  const contact = useOperation('getContact', { contactId }, { pollMs: LIVE_MS });
  if (contact.data === undefined)
    return contact.error === null ? (
      <Skeleton height={80} />
    ) : (
      <QueryProblem {...contact} error={contact.error} />
    );
  const { name, ns, botName, pausedUntil } = contact.data;
  return (
    <>
      <header className="inbox-head">
        <div>
          <h2>
            <Link to="/contacts/$contactId" params={{ contactId }}>
              {name ?? ns}
            </Link>
          </h2>
          <p>
            Talks to {botName}
            {isPaused(contact.data) && pausedUntil !== null ? (
              <>
                . The bot is paused until <RelativeTime at={pausedUntil} />.
              </>
            ) : null}
          </p>
        </div>
        <PauseBot contact={contact.data} />
      </header>
      <Conversation contactId={contactId} />
    </>
  );
}
