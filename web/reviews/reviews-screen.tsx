// Reviews: what the operator of the server decides about mini-apps, those that wait first.
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { tableState } from '../server-state/query-problem.tsx';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Page } from '../shell/page.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Table, type Column } from '../ui/table.tsx';
import type { OperatedApp } from './operated-app.ts';
import { ReviewDialog } from './review-dialog.tsx';
import { SuspendDialog } from './suspend-dialog.tsx';

export function ReviewsScreen() {
  const apps = useOperation('listOperatedApps');
  const lift = useChange('liftSuspension');
  const [looked, setLooked] = useState<OperatedApp>();
  const [stopped, setStopped] = useState<OperatedApp>();
  const acts = { look: setLooked, stop: setStopped, lift: (appId: string) => lift.mutate({ appId }) };
  return (
    <Page
      title="Reviews"
      about="Which mini-apps every workspace of this server finds, and which are stopped."
    >
      <Card flush>
        <Table
          label="Mini-apps of this server"
          {...tableState(apps, ({ rows }) => rows)}
          rowKey={({ appId }) => appId}
          columns={columns(acts)}
          empty={nothing}
        />
      </Card>
      {looked === undefined ? null : <ReviewDialog app={looked} onClose={() => setLooked(undefined)} />}
      {stopped === undefined ? null : <SuspendDialog app={stopped} onClose={() => setStopped(undefined)} />}
    </Page>
  );
}

const nothing = (
  <EmptyState
    icon={<ShieldCheck size={20} aria-hidden />}
    title="Nothing is published yet"
    says="A version that somebody publishes for every workspace waits here until you approve it."
  />
);

interface Acts {
  look(app: OperatedApp): void;
  stop(app: OperatedApp): void;
  lift(appId: string): void;
}

function columns(acts: Acts): Column<OperatedApp>[] {
  return [
    { key: 'label', label: 'Mini-app', cell: ({ label }) => <strong>{label}</strong> },
    { key: 'publisher', label: 'Made by', cell: ({ publisher }) => publisher },
    { key: 'state', label: 'State', cell: (app) => <State app={app} /> },
    { key: 'installs', label: 'Installs', align: 'end', width: 90, cell: ({ installs }) => installs },
    { key: 'acts', label: 'Acts', align: 'end', cell: (app) => <RowActs app={app} acts={acts} /> },
  ];
}

function RowActs({ app, acts }: { app: OperatedApp; acts: Acts }) {
  return (
    <>
      {app.asked === null ? null : (
        <Button size="small" look="primary" onClick={() => acts.look(app)}>
          Review version {app.asked.version}
        </Button>
      )}
      {app.suspended === null ? (
        <Button size="small" look="quiet" onClick={() => acts.stop(app)}>
          Suspend
        </Button>
      ) : (
        <Button size="small" onClick={() => acts.lift(app.appId)}>
          Lift the suspension
        </Button>
      )}
    </>
  );
}

function State({ app: { state, asked, suspended } }: { app: OperatedApp }) {
  return (
    <>
      <Badge tone={state === 'suspended' ? 'bad' : state === 'public' ? 'ok' : 'plain'}>{state}</Badge>
      {asked === null ? null : <Badge tone="warn">waits for you</Badge>}
      {suspended === null ? null : <p>{suspended}</p>}
    </>
  );
}
