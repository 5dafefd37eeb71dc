// What limits the workspace and how long things are kept: what is used, what was met, what goes next, and changing it.
import { useState } from 'react';
import { tableState } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Table } from '../ui/table.tsx';
import { keptColumns } from './kept-columns.tsx';
import { KeepLessDialog } from './keep-less-dialog.tsx';
import { limitColumns } from './limit-columns.tsx';
import { LowerLimitsDialog } from './lower-limits-dialog.tsx';
import './workspace.css';

export function LimitsTab() {
  return (
    <div className="workspace-stack">
      <LimitsCard />
      <KeptCard />
    </div>
  );
}

function LimitsCard() {
  const limits = useOperation('getLimits', {}, { pollMs: 10_000 });
  const [lowering, setLowering] = useState(false);
  return (
    <Card
      title="Limits"
      about="They keep one runaway app from harming the others. What is refused is never half taken in."
      acts={<Button onClick={() => setLowering(true)}>Lower limits</Button>}
      flush
    >
      <Table
        label="Limits"
        columns={limitColumns}
        {...tableState(limits, (answer) => answer.limits)}
        rowKey={(limit) => limit.name}
        empty={null}
      />
      {lowering && limits.data ? (
        <LowerLimitsDialog limits={limits.data.limits} onClose={() => setLowering(false)} />
      ) : null}
    </Card>
  );
}

function KeptCard() {
  const retention = useOperation('getRetention', {});
  const [choosing, setChoosing] = useState(false);
  return (
    <Card
      title="What is kept for how long"
      about="What is parked or still waits stays, however old it is. Contacts and orders stay."
      acts={<Button onClick={() => setChoosing(true)}>Keep less</Button>}
      flush
    >
      <Table
        label="What is kept"
        columns={keptColumns}
        {...tableState(retention, (answer) => answer.kept)}
        rowKey={(one) => one.kind}
        empty={null}
      />
      {choosing && retention.data ? (
        <KeepLessDialog kept={retention.data.kept} onClose={() => setChoosing(false)} />
      ) : null}
    </Card>
  );
}
