// The people the bots talk to, to be searched.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Users } from 'lucide-react';
import { tableState } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { pageAfter } from '../shell/page-trail.ts';
import { Page } from '../shell/page.tsx';
import { SearchBox } from '../shell/search-box.tsx';
import { TrailPager } from '../shell/trail-pager.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Table } from '../ui/table.tsx';
import { contactColumns } from './contact-columns.tsx';
import '../shell/list-bar.css';

const LIVE_MS = 10_000;

export function ContactsScreen() {
  const { search, page } = useSearch({ from: '/contacts' });
  const navigate = useNavigate({ from: '/contacts' });
  const after = pageAfter(page);
  const contacts = useOperation(
    'listContacts',
    { ...(search !== undefined && { search }), ...(after !== undefined && { after }) },
    { pollMs: page === undefined && LIVE_MS, keepPrevious: true },
  );
  return (
    <Page title="Contacts" about="The people your bots talk to, and what is known of them.">
      <div className="list-bar">
        <div className="list-bar-search">
          <SearchBox
            label="Search contacts"
            placeholder="Search a name, an e-mail, a phone, an id…"
            value={search}
            onAsk={(words) => void navigate({ search: { search: words }, replace: true })}
          />
        </div>
      </div>
      <Card flush>
        <Table
          label="Contacts"
          columns={contactColumns}
          {...tableState(contacts, (answer) => answer.rows)}
          rowKey={(contact) => contact.id}
          opener={(contact, content) => (
            <Link to="/contacts/$contactId" params={{ contactId: contact.id }}>
              {content}
            </Link>
          )}
          empty={<NoContacts searched={search !== undefined} />}
        />
        <TrailPager
          trail={page}
          next={contacts.data?.next}
          count={contacts.data?.rows.length ?? 0}
          onTurn={(trail) => void navigate({ search: (before) => ({ ...before, page: trail }) })}
        />
      </Card>
    </Page>
  );
}

function NoContacts({ searched }: { searched: boolean }) {
  const icon = <Users size={20} aria-hidden />;
  if (searched)
    return <EmptyState icon={icon} title="No contact fits" says="Try a part of the name or the address." />;
  return (
    <EmptyState
      icon={icon}
      title="No contact yet"
      says="Whoever writes to one of your bots becomes a contact. Open a bot's web chat and say something."
      act={
        <ButtonLink look="primary" to="/bots">
          Go to the bots
        </ButtonLink>
      }
    />
  );
}
