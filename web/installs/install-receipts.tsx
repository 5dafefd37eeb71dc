// Whether the app's own server may be told what became of its events, and what it has been told.
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { ReceiptTable } from '../receipts/receipt-table.tsx';
import { problemWords } from '../server-state/problem-words.ts';
import { tableState } from '../server-state/query-problem.tsx';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Card } from '../ui/card.tsx';
import { Switch } from '../ui/switch.tsx';
import { toast } from '../ui/toast.tsx';

const LIVE_MS = 5_000;
const MOST_SHOWN = 10;

export function InstallReceipts({ install }: { install: OutputOf<'getInstall'> }) {
  const setting = useOperation('getReceipts', { installId: install.id });
  if (setting.data === undefined || setting.data.url === null) return null;
  const { on, url } = setting.data;
  return (
    <Card
      title="Receipts"
      about={`Tells ${install.appLabel} at ${new URL(url).host} what became of each of its events: done, filtered, parked or unheard, and at which question it stopped. Never the items, the contact, or your flows.`}
    >
      <ReceiptSwitch install={install} on={on} />
      <ReceiptLog installId={install.id} on={on} />
    </Card>
  );
}

function ReceiptSwitch({ install, on }: { install: OutputOf<'getInstall'>; on: boolean }) {
  const change = useChange('setReceipts');
  return (
    <Switch
      label={`${install.appLabel} may be told`}
      checked={change.isPending ? change.variables.on : on}
      disabled={install.state === 'uninstalled'}
      onChange={(next) =>
        change.mutate(
          { installId: install.id, on: next },
          { onError: (error) => toast({ says: problemWords(error).says, tone: 'bad' }) },
        )
      }
    />
  );
}

function ReceiptLog({ installId, on }: { installId: string; on: boolean }) {
  const receipts = useOperation('listReceipts', { installId, limit: MOST_SHOWN }, { pollMs: on && LIVE_MS });
  if (!on && receipts.data?.rows.length === 0) return null;
  return (
    <ReceiptTable
      {...tableState(receipts, ({ rows }) => rows)}
      empty={<p className="install-note">Nothing has been told yet.</p>}
    />
  );
}
