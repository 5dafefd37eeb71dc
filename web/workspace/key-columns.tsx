// What the list tells of each API key.
import { scopes } from '@bellwire/model/scope.ts';
import { Button } from '../ui/button.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import type { Column } from '../ui/table.tsx';
import type { KeyRow } from './workspace-views.ts';

export function keyColumns(onRevoke: (key: KeyRow) => void): Column<KeyRow>[] {
  return [
    ...columns,
    {
      key: 'acts',
      label: '',
      align: 'end',
      cell: (key) => (
        <Button size="small" look="quiet" onClick={() => onRevoke(key)}>
          Revoke
        </Button>
      ),
    },
  ];
}

const columns: readonly Column<KeyRow>[] = [
  { key: 'name', label: 'Key', cell: (key) => key.name, sortBy: (key) => key.name },
  { key: 'start', label: 'Begins with', cell: (key) => <code>{key.start}…</code> },
  {
    key: 'scopes',
    label: 'May',
    cell: (key) => (
      <ul className="key-scopes">
        {key.scopes.map((scope) => (
          <li key={scope}>{scopes[scope].may}</li>
        ))}
      </ul>
    ),
  },
  {
    key: 'used',
    label: 'Last used',
    cell: (key) => (key.lastUsedAt === null ? 'never' : <RelativeTime at={key.lastUsedAt} />),
  },
  {
    key: 'until',
    label: 'Good until',
    cell: (key) => (key.expiresAt === null ? 'revoked by hand' : <RelativeTime at={key.expiresAt} />),
  },
];
