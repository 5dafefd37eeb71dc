// The chosen conversation: who it is with, what was said, and a box to answer in.
import { Link } from '@tanstack/react-router';
import type { Contact } from '../contacts/contact-columns.tsx';
import { Conversation } from '../contacts/conversation.tsx';
import { isPaused } from '../contacts/is-paused.ts';
import { PauseBot } from '../contacts/pause-bot.tsx';
import { Answer } from '../server-state/answer.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { RelativeTime } from '../ui/relative-time.tsx';

const LIVE_MS = 3_000;

export function InboxThread({ contactId }: { contactId: string }) {
  const contact = useOperation('getContact', { contactId }, { pollMs: LIVE_MS });
  return (
    <Answer query={contact} height={80}>
      {(known) => (
        <>
          <ThreadHead contact={known} />
          <Conversation contactId={contactId} />
        </>
      )}
    </Answer>
  );
}

function ThreadHead({ contact }: { contact: Contact }) {
  const { id, name, ns, botName, pausedUntil } = contact;
  return (
    <header className="inbox-head">
      <div>
        <h2>
          <Link to="/contacts/$contactId" params={{ contactId: id }}>
            {name ?? ns}
          </Link>
        </h2>
        <p>
          Talks to {botName}
          {isPaused(contact) && pausedUntil !== null ? (
            <>
              . The bot keeps quiet until <RelativeTime at={pausedUntil} />.
            </>
          ) : null}
        </p>
      </div>
      <PauseBot contact={contact} />
    </header>
  );
}
