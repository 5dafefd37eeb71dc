// What sets the bot going from outside: its subscriptions to triggers, grouped by the app that fires them.
import { Plus, Zap } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { DeleteSubscriptionDialog } from './delete-subscription-dialog.tsx';
import { byInstall } from './by-install.ts';
import { SubscriptionDialog } from './subscription-dialog.tsx';
import { SubscriptionTable, type SubscriptionAct } from './subscription-table.tsx';
import { TestEventDialog } from './test-event-dialog.tsx';
import './subscriptions.css';

export type Subscription = OutputOf<'listSubscriptions'>['rows'][number];

const LIVE_MS = 5_000;

export function AutomationTab({ botId }: { botId: string }) {
  const subscriptions = useOperation('listSubscriptions', { botId }, { pollMs: LIVE_MS });
  const [open, setOpen] = useState<SubscriptionAct | { is: 'new' }>();
  const close = () => setOpen(undefined);
  const make = (
    <Button look="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setOpen({ is: 'new' })}>
      New trigger
    </Button>
  );
  return (
    <div className="tab-stack">
      <div className="automation-head">
        <div>
          <h2>Triggers</h2>
          <p>When an app fires one of these, the flow runs for exactly the contact it happened to.</p>
        </div>
        {subscriptions.data?.rows.length === 0 ? null : make}
      </div>
      {subscriptions.data === undefined ? (
        subscriptions.error === null ? (
          <Skeleton height={160} />
        ) : (
          <QueryProblem {...subscriptions} error={subscriptions.error} />
        )
      ) : subscriptions.data.rows.length === 0 ? (
        <Card>
          <EmptyState
            icon={<Zap size={20} aria-hidden />}
            title="No trigger yet"
            says="Choose what an installed app can fire, such as “Payment paid”, and the flow that runs then."
            act={
              <>
                <ButtonLink to="/store">Find an app</ButtonLink>
                {make}
              </>
            }
          />
        </Card>
      ) : (
        byInstall(subscriptions.data.rows).map(({ installId, name, logo, installed, rows }) => (
          <Card
            key={installId}
            flush
            title={
              <span className="automation-app">
                <LogoTile name={name} size={24} {...(logo !== null && { picture: logo })} />
                {name}
              </span>
            }
            {...(!installed && { about: 'This app has been uninstalled: nothing can fire here.' })}
          >
            <SubscriptionTable rows={rows} onAct={setOpen} />
          </Card>
        ))
      )}
      {open?.is === 'new' ? <SubscriptionDialog botId={botId} onClose={close} /> : null}
      {open?.is === 'edit' ? (
        <SubscriptionDialog botId={botId} subscription={open.subscription} onClose={close} />
      ) : null}
      {open?.is === 'test' ? <TestEventDialog subscription={open.subscription} onClose={close} /> : null}
      {open?.is === 'delete' ? (
        <DeleteSubscriptionDialog subscription={open.subscription} onClose={close} />
      ) : null}
    </div>
  );
}
