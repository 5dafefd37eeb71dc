// The fire tokens of an install: addresses that fire one trigger and do nothing else.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { tableState } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { NewFireTokenDialog } from './new-fire-token-dialog.tsx';
import { RevokeFireTokenDialog } from './revoke-fire-token-dialog.tsx';

type Install = OutputOf<'getInstall'>;
export type FireTokenRow = OutputOf<'listFireTokens'>['rows'][number];

export function FireTokens({ install }: { install: Install }) {
  const tokens = useOperation('listFireTokens', { installId: install.id });
  const [making, setMaking] = useState(false);
  const [revoked, setRevoked] = useState<FireTokenRow>();
  // An app without triggers has nothing that a token could fire.
  if (install.triggers.length === 0) return null;
  const make = (
    <Button icon={<Plus size={15} aria-hidden />} onClick={() => setMaking(true)}>
      New token
    </Button>
  );
  const acts = tokens.data === undefined || tokens.data.rows.length === 0 ? undefined : make;
  return (
    <Card
      title="Fire tokens"
      about="An address that fires one trigger and can do nothing else, for senders that can only post to a URL."
      acts={acts}
      flush
    >
      <Table
        label="Fire tokens"
        columns={[...columns, actsColumn(setRevoked)]}
        {...tableState(tokens, (answer) => answer.rows)}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title="No fire token yet"
            says="Make one for a spreadsheet or an automation service, and paste its address there."
            act={make}
          />
        }
      />
      {making ? <NewFireTokenDialog install={install} onClose={() => setMaking(false)} /> : null}
      {revoked && (
        <RevokeFireTokenDialog installId={install.id} token={revoked} onClose={() => setRevoked(undefined)} />
      )}
    </Card>
  );
}

function actsColumn(onRevoke: (token: FireTokenRow) => void): Column<FireTokenRow> {
  return {
    key: 'acts',
    label: '',
    align: 'end',
    cell: (token) => (
      <Button size="small" look="quiet" onClick={() => onRevoke(token)}>
        Revoke
      </Button>
    ),
  };
}

const columns: readonly Column<FireTokenRow>[] = [
  { key: 'name', label: 'Token', cell: ({ name }) => name },
  { key: 'start', label: 'Begins with', cell: ({ start }) => <code>{start}…</code> },
  {
    key: 'fires',
    label: 'Fires',
    cell: ({ trigger, contact }) => (contact === null ? trigger : `${trigger} for ${contact}`),
  },
  {
    key: 'used',
    label: 'Last used',
    cell: ({ lastUsedAt }) => (lastUsedAt === null ? 'never' : <RelativeTime at={lastUsedAt} />),
  },
  {
    key: 'until',
    label: 'Ends',
    cell: ({ expiresAt }) => (expiresAt === null ? 'when revoked' : <RelativeTime at={expiresAt} />),
  },
];
