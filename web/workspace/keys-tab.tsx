// The API keys of the workspace: what each may do, when it was last used, and an end to it.
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { scopes } from '@bellwire/model/scope.ts';
import { tableState } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { NewKeyDialog } from './new-key-dialog.tsx';
import { RevokeKeyDialog } from './revoke-key-dialog.tsx';
import './workspace.css';

export type KeyRow = OutputOf<'listKeys'>['rows'][number];

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

export function KeysTab() {
  const keys = useOperation('listKeys', {});
  const [making, setMaking] = useState(false);
  const [revoked, setRevoked] = useState<KeyRow>();
  const make = (
    <Button look="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setMaking(true)}>
      New key
    </Button>
  );
  return (
    <>
      <Card
        title="API keys"
        about="For programs of yours that use the API of this workspace."
        acts={keys.data?.rows.length === 0 ? undefined : make}
        flush
      >
        <Table
          label="API keys"
          columns={[
            ...columns,
            {
              key: 'acts',
              label: '',
              align: 'end',
              cell: (key) => (
                <Button size="small" look="quiet" onClick={() => setRevoked(key)}>
                  Revoke
                </Button>
              ),
            },
          ]}
          {...tableState(keys, (answer) => answer.rows)}
          rowKey={(key) => key.id}
          empty={
            <EmptyState
              icon={<KeyRound size={20} aria-hidden />}
              title="No API key yet"
              says="A key lets a program of yours do what you choose here, and nothing else."
              act={make}
            />
          }
        />
      </Card>
      {making ? <NewKeyDialog onClose={() => setMaking(false)} /> : null}
      {revoked === undefined ? null : (
        <RevokeKeyDialog apiKey={revoked} onClose={() => setRevoked(undefined)} />
      )}
    </>
  );
}
