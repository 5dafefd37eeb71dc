// Events as rows: what was fired, for whom, and what became of it.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { ContactLink } from '../contacts/contact-link.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import type { Problem } from '../ui/problem-note.tsx';
import { Badge } from '../ui/badge.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { timesInWords } from '../ui/times-in-words.ts';
import { EventBadge } from './event-badge.tsx';
import { itemsInBrief } from './items-in-brief.ts';
import './event-table.css';

export type EventRow = OutputOf<'listEvents'>['rows'][number];

export interface EventTableProps {
  label: string;
  rows: readonly EventRow[] | undefined;
  empty: ReactNode;
  problem?: Problem;
  onRetry?: () => void;
  /** Left away on the contact's own page. */
  withContact?: boolean;
}

export function EventTable({ withContact = true, ...table }: EventTableProps) {
  return (
    <Table
      {...table}
      columns={columns.filter((column) => withContact || column.key !== 'contact')}
      rowKey={(event) => event.id}
      opener={(event, content) => (
        <Link to="/events/$eventId" params={{ eventId: event.id }}>
          {content}
        </Link>
      )}
    />
  );
}

const columns: readonly Column<EventRow>[] = [
  {
    key: 'trigger',
    label: 'Trigger',
    cell: (event) => (
      <span className="event-name">
        <LogoTile name={event.appLabel} size={24} {...(event.logo !== null && { picture: event.logo })} />
        <span>
          <span>
            {event.triggerLabel}
            {event.source === 'test' ? <Badge tone="accent">Test</Badge> : null}
          </span>
          <small>{event.installName}</small>
        </span>
      </span>
    ),
  },
  { key: 'contact', label: 'Contact', width: 140, cell: (event) => <ContactLink {...contactOf(event)} /> },
  {
    key: 'items',
    label: 'Items',
    cell: (event) => <span className="event-items">{itemsInBrief(event.items)}</span>,
  },
  {
    key: 'state',
    label: 'State',
    cell: (event) => (
      <span className="event-state">
        <EventBadge state={event.state} />
        {event.reason === null ? null : <small>{timesInWords(event.reason)}</small>}
      </span>
    ),
  },
  {
    key: 'at',
    label: 'Fired',
    align: 'end',
    cell: (event) => (
      <span className="event-at">
        <RelativeTime at={event.firedAt} />
      </span>
    ),
  },
];

export function contactOf(event: Pick<EventRow, 'contactId' | 'contactNs' | 'contactName'>) {
  return { id: event.contactId, ns: event.contactNs, name: event.contactName };
}
