// What the list tells of each contact.
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { Badge } from '../ui/badge.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import type { Column } from '../ui/table.tsx';
import { isPaused } from './is-paused.ts';
import './contacts.css';

export type Contact = OutputOf<'getContact'>;

export const contactColumns: readonly Column<Contact>[] = [
  {
    key: 'name',
    label: 'Contact',
    cell: (contact) => (
      <span className="contact-name">
        <LogoTile name={contact.name ?? contact.ns} size={24} round />
        <span>
          <span>{contact.name ?? 'Visitor'}</span>
          <small>{contact.ns}</small>
        </span>
      </span>
    ),
  },
  { key: 'bot', label: 'Bot', cell: (contact) => contact.botName },
  { key: 'email', label: 'E-mail', cell: (contact) => contact.email ?? '–' },
  { key: 'tags', label: 'Tags', cell: (contact) => <TagList tags={contact.tags} /> },
  {
    key: 'last',
    label: 'Last said',
    cell: (contact) => <span className="contact-last">{contact.lastText ?? '–'}</span>,
  },
  {
    key: 'state',
    label: 'Bot is',
    cell: (contact) =>
      isPaused(contact) ? (
        <Badge tone="warn" dot>
          paused
        </Badge>
      ) : (
        'active'
      ),
  },
  {
    key: 'seen',
    label: 'Last seen',
    align: 'end',
    cell: (contact) => (contact.lastSeenAt === null ? 'never' : <RelativeTime at={contact.lastSeenAt} />),
  },
];

function TagList({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return '–';
  return (
    <span className="contact-tags">
      {tags.map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
    </span>
  );
}
