// Conversations by their last message, with the chosen one beside the list; a phone shows one of the two.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { MessagesSquare } from 'lucide-react';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Page } from '../shell/page.tsx';
import { SearchBox } from '../shell/search-box.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { InboxList } from './inbox-list.tsx';
import { InboxThread } from './inbox-thread.tsx';
import './inbox.css';

const LIVE_MS = 3_000;

export function InboxScreen() {
  const { contact: chosen, search } = useSearch({ from: '/inbox' });
  const navigate = useNavigate({ from: '/inbox' });
  const contacts = useOperation(
    'listContacts',
    { limit: 100, ...(search !== undefined && { search }) },
    { pollMs: LIVE_MS, keepPrevious: true },
  );
  const talks = contacts.data?.rows.filter((contact) => contact.lastText !== null);
  return (
    <Page width="full" title="Inbox">
      <div className="inbox" data-open={chosen !== undefined || undefined}>
        <div className="inbox-side">
          <div className="inbox-search">
            <SearchBox
              label="Search conversations"
              placeholder="Search a contact…"
              value={search}
              onAsk={(words) => void navigate({ search: { contact: chosen, search: words }, replace: true })}
            />
          </div>
          {contacts.error !== null && contacts.data === undefined ? (
            <QueryProblem {...contacts} error={contacts.error} />
          ) : (
            <InboxList talks={talks} chosen={chosen} searched={search !== undefined} />
          )}
        </div>
        <div className="inbox-main">
          {chosen === undefined ? (
            <NothingChosen any={talks !== undefined && talks.length > 0} />
          ) : (
            <>
              <Link to="/inbox" search={{ search }} className="inbox-back">
                ← All conversations
              </Link>
              <InboxThread key={chosen} contactId={chosen} />
            </>
          )}
        </div>
      </div>
    </Page>
  );
}

function NothingChosen({ any }: { any: boolean }) {
  const icon = <MessagesSquare size={20} aria-hidden />;
  if (any)
    return (
      <EmptyState
        icon={icon}
        title="Choose a conversation"
        says="Read along, or pause the bot and answer yourself."
      />
    );
  return (
    <EmptyState
      icon={icon}
      title="No conversation yet"
      says="Whoever writes to one of your bots appears here. Open a bot's web chat and say something."
      act={
        <ButtonLink look="primary" to="/bots">
          Go to the bots
        </ButtonLink>
      }
    />
  );
}
