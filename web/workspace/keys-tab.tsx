// The API keys of the workspace: what each may do, when it was last used, and an end to it.
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { tableState } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Table } from '../ui/table.tsx';
import { keyColumns } from './key-columns.tsx';
import { NewKeyDialog } from './new-key-dialog.tsx';
import { RevokeKeyDialog } from './revoke-key-dialog.tsx';
import type { KeyRow } from './workspace-views.ts';
import './workspace.css';

export function KeysTab() {
  const keys = useOperation('listKeys', {});
  const [making, setMaking] = useState(false);
  const [revoked, setRevoked] = useState<KeyRow>();
  const make = (
    <Button look="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setMaking(true)}>
      New key
    </Button>
  );
  const acts = keys.data?.rows.length === 0 ? undefined : make;
  return (
    <>
      <Card
        title="API keys"
        about="For programs of yours that use the API of this workspace."
        acts={acts}
        flush
      >
        <Table
          label="API keys"
          columns={keyColumns(setRevoked)}
          {...tableState(keys, (answer) => answer.rows)}
          rowKey={(key) => key.id}
          empty={<NoKeys act={make} />}
        />
      </Card>
      {making ? <NewKeyDialog onClose={() => setMaking(false)} /> : null}
      {revoked && <RevokeKeyDialog apiKey={revoked} onClose={() => setRevoked(undefined)} />}
    </>
  );
}

function NoKeys({ act }: { act: ReactNode }) {
  return (
    <EmptyState
      icon={<KeyRound size={20} aria-hidden />}
      title="No API key yet"
      says="A key lets a program of yours do what you choose here, and nothing else."
      act={act}
    />
  );
}
