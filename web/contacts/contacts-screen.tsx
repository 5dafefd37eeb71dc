// The people the bots talk to, to be searched.
import { Link } from '@tanstack/react-router';
import { Users } from 'lucide-react';
import { tableState } from '../server-state/query-problem.tsx';
import { Page } from '../shell/page.tsx';
import { SearchBox } from '../shell/search-box.tsx';
import { TrailPager } from '../shell/trail-pager.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Table } from '../ui/table.tsx';
import { contactColumns } from './contact-columns.tsx';
import { useContactList } from './use-contact-list.ts';
import '../shell/list-bar.css';

export function ContactsScreen() {
  const { search, page, contacts, ask, turn } = useContactList();
  return (
    <Page title="Contacts" about="The people your bots talk to, and what is known of them.">
      <div className="list-bar">
        <div className="list-bar-search">
          <SearchBox
            label="Search contacts"
            placeholder="Search a name, an e-mail, a phone, an id…"
            value={search}
            onAsk={ask}
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
          onTurn={turn}
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
