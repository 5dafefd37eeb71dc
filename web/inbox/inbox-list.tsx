// The conversations, the last seen on top.
import { Link } from '@tanstack/react-router';
import type { Contact } from '../contacts/contact-columns.tsx';
import { isPaused } from '../contacts/is-paused.ts';
import { Badge } from '../ui/badge.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';

export interface InboxListProps {
  talks: readonly Contact[];
  chosen: string | undefined;
  searched: boolean;
}

export function InboxList({ talks, chosen, searched }: InboxListProps) {
  if (talks.length === 0)
    return <p className="inbox-none">{searched ? 'No conversation fits.' : 'No conversation yet.'}</p>;
  return (
    <ul className="inbox-list">
      {talks.map((contact) => (
        <li key={contact.id} data-chosen={contact.id === chosen || undefined}>
          <LogoTile name={contact.name ?? contact.ns} size={32} round />
          <div>
            <p>
              <Link
                to="/inbox"
                search={(before) => ({ ...before, contact: contact.id })}
                aria-current={contact.id === chosen ? 'true' : undefined}
              >
                {contact.name ?? contact.ns}
              </Link>
              {contact.lastSeenAt === null ? null : <RelativeTime at={contact.lastSeenAt} />}
            </p>
            <p>
              <span className="inbox-last">{contact.lastText}</span>
              {isPaused(contact) ? <Badge tone="warn">Paused</Badge> : null}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
