// One contact: its conversation, orders, runs and events, and what is known of it.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Page } from '../shell/page.tsx';
import { Badge } from '../ui/badge.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Tabs } from '../ui/tabs.tsx';
import type { Contact } from './contact-columns.tsx';
import { ContactEvents, ContactOrders, ContactRuns } from './contact-lists.tsx';
import { ContactSide } from './contact-side.tsx';
import { Conversation } from './conversation.tsx';
import { isPaused } from './is-paused.ts';
import { PauseBot } from './pause-bot.tsx';
import './contacts.css';

const LIVE_MS = 5_000;
const crumbs = [
  <Link key="contacts" to="/contacts">
    Contacts
  </Link>,
];

export function ContactScreen() {
  const { contactId } = useParams({ from: '/contacts/$contactId' });
  const contact = useOperation('getContact', { contactId }, { pollMs: LIVE_MS });
  if (contact.data === undefined)
    return (
      <Page crumbs={crumbs} title="Contact">
        {contact.error === null ? (
          <Skeleton height={240} />
        ) : (
          <QueryProblem {...contact} error={contact.error} />
        )}
      </Page>
    );
  return <ContactPage contact={contact.data} />;
}

function ContactPage({ contact }: { contact: Contact }) {
  const { tab } = useSearch({ from: '/contacts/$contactId' });
  const navigate = useNavigate({ from: '/contacts/$contactId' });
  const contactId = contact.id;
  return (
    <Page
      crumbs={crumbs}
      title={contact.name ?? 'Visitor'}
      mark={isPaused(contact) ? <Badge tone="warn">Bot paused</Badge> : undefined}
      about={
        <>
          Talks to {contact.botName}
          {contact.lastSeenAt === null ? null : (
            <>
              , last seen <RelativeTime at={contact.lastSeenAt} />
            </>
          )}
        </>
      }
      acts={<PauseBot contact={contact} />}
    >
      <div className="contact-page">
        <Tabs
          label="About this contact"
          value={tab ?? 'conversation'}
          onChange={(next) => void navigate({ search: { tab: next }, replace: true })}
          tabs={[
            { value: 'conversation', label: 'Conversation', content: <Conversation contactId={contactId} /> },
            { value: 'orders', label: 'Orders', content: <ContactOrders contactId={contactId} /> },
            { value: 'events', label: 'Events', content: <ContactEvents contactId={contactId} /> },
            { value: 'runs', label: 'Runs', content: <ContactRuns contactId={contactId} /> },
          ]}
        />
        <ContactSide contact={contact} />
      </div>
    </Page>
  );
}
