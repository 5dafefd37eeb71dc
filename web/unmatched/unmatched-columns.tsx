// What the list tells of each group of events without a contact.
import { Link } from '@tanstack/react-router';
import { sayIdentities } from '@bellwire/model/identity.ts';
import { Button } from '../ui/button.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import type { Column } from '../ui/table.tsx';
import type { Unmatched } from './unmatched.ts';

interface Acts {
  readonly onLink: (group: Unmatched) => void;
  readonly onDismiss: (group: Unmatched) => void;
}

export function unmatchedColumns({ onLink, onDismiss }: Acts): Column<Unmatched>[] {
  return [
    ...columns,
    {
      key: 'acts',
      label: '',
      align: 'end',
      cell: (group) => (
        <span className="unmatched-acts">
          <Button size="small" onClick={() => onLink(group)}>
            Choose contact
          </Button>
          <Button size="small" look="quiet" onClick={() => onDismiss(group)}>
            Dismiss
          </Button>
        </span>
      ),
    },
  ];
}

const columns: readonly Column<Unmatched>[] = [
  { key: 'who', label: 'Named by', cell: (group) => <NamedBy group={group} /> },
  {
    key: 'from',
    label: 'From',
    cell: ({ installName, triggerLabel, newestEventId }) => (
      <span className="unmatched-two">
        <Link to="/events/$eventId" params={{ eventId: newestEventId }}>
          {triggerLabel}
        </Link>
        <small>{installName}</small>
      </span>
    ),
  },
  {
    key: 'waiting',
    label: 'Waiting',
    cell: ({ events, oldestAt }) => (
      <span className="unmatched-two">
        {events}
        <small>
          since <RelativeTime at={oldestAt} />
        </small>
      </span>
    ),
  },
  {
    key: 'could',
    label: 'Could be',
    cell: ({ candidates }) =>
      candidates.length === 0 ? 'nobody known' : candidates.map(({ name, ns }) => name ?? ns).join(', '),
  },
];

function NamedBy({ group: { says, kind, identities } }: { group: Unmatched }) {
  const others = identities.filter((identity) => identity.kind !== kind);
  return (
    <span className="unmatched-two">
      <strong>{says}</strong>
      {others.length === 0 ? null : <small>{sayIdentities(others)}</small>}
    </span>
  );
}
