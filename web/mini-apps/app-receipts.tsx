// The receipts of an app: the secret they are signed with, what was sent, and what has to be sent again.
import { useState } from 'react';
import { ReceiptTable } from '../receipts/receipt-table.tsx';
import { problemWords } from '../server-state/problem-words.ts';
import { Answer } from '../server-state/answer.tsx';
import { tableState } from '../server-state/query-problem.tsx';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CopyField } from '../ui/copy-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { useBuilder } from './builder.ts';

const LIVE_MS = 5_000;
const MOST_SHOWN = 10;

export function AppReceipts() {
  const { app, view } = useBuilder();
  const [secret, setSecret] = useState(false);
  const receipts = useOperation(
    'listAppReceipts',
    { appId: view.id, limit: MOST_SHOWN },
    { pollMs: LIVE_MS },
  );
  const failed = receipts.data?.rows.some(({ failure }) => failure !== null) === true;
  if (app.receiptsUrl === undefined && receipts.data?.rows.length === 0) return null;
  return (
    <Card
      flush
      title="Receipts"
      about={`Sent to ${app.receiptsUrl ?? 'nowhere any more'}, for installs whose owner allows it.`}
      acts={
        <>
          {failed ? <SendAgain appId={view.id} /> : null}
          <Button onClick={() => setSecret(true)}>Signing secret</Button>
        </>
      }
    >
      <ReceiptTable
        {...tableState(receipts, ({ rows }) => rows)}
        columns={[{ key: 'install', label: 'Install', cell: ({ installName }) => installName }]}
        empty={<p className="app-receipts-none">Nothing has been sent yet.</p>}
      />
      {secret ? <SecretDialog appId={view.id} onClose={() => setSecret(false)} /> : null}
    </Card>
  );
}

function SendAgain({ appId }: { appId: string }) {
  const retry = useChange('retryReceipts');
  return (
    <Button
      busy={retry.isPending}
      onClick={() =>
        retry.mutate(
          { appId },
          {
            onSuccess: ({ count }) => toast({ says: `${count} are sent again, with the same ids.` }),
            onError: (error) => toast({ says: problemWords(error).says, tone: 'bad' }),
          },
        )
      }
    >
      Send again
    </Button>
  );
}

function SecretDialog({ appId, onClose }: { appId: string; onClose: () => void }) {
  const secret = useOperation('getReceiptSecret', { appId });
  const replace = useChange('replaceReceiptSecret');
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title="Signing secret"
      about="Check the header webhook-signature with it, as Standard Webhooks says. A new one holds at once."
      footer={
        <Button look="danger" busy={replace.isPending} onClick={() => replace.mutate({ appId })}>
          Make a new one
        </Button>
      }
    >
      <Answer query={secret} height={56}>
        {(known) => <CopyField label="Secret" value={known.secret} secret />}
      </Answer>
    </Dialog>
  );
}
