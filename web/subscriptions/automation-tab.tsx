// What sets the bot going from outside: its subscriptions to triggers, grouped by the app that fires them.
import { Plus, Zap } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Answer } from '../server-state/answer.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import { byInstall, type InstallGroup } from './by-install.ts';
import { SubscriptionActDialog } from './subscription-act-dialog.tsx';
import { SubscriptionDialog } from './subscription-dialog.tsx';
import { SubscriptionTable } from './subscription-table.tsx';
import type { SubscriptionAct } from './subscription.ts';
import './subscriptions.css';

const LIVE_MS = 5_000;

export function AutomationTab({ botId }: { botId: string }) {
  const subscriptions = useOperation('listSubscriptions', { botId }, { pollMs: LIVE_MS });
  const [making, setMaking] = useState(false);
  const [act, setAct] = useState<SubscriptionAct>();
  const make = (
    <Button look="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setMaking(true)}>
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
      <Answer query={subscriptions} height={160}>
        {({ rows }) =>
          rows.length === 0 ? (
            <NoSubscriptions act={make} />
          ) : (
            byInstall(rows).map((group) => <GroupCard key={group.installId} group={group} onAct={setAct} />)
          )
        }
      </Answer>
      {making ? <SubscriptionDialog botId={botId} onClose={() => setMaking(false)} /> : null}
      {act && <SubscriptionActDialog {...act} onClose={() => setAct(undefined)} />}
    </div>
  );
}

function GroupCard({ group, onAct }: { group: InstallGroup; onAct: (act: SubscriptionAct) => void }) {
  const { name, logo, installed, rows } = group;
  return (
    <Card
      flush
      title={
        <span className="automation-app">
          <LogoTile name={name} size={24} {...(logo !== null && { picture: logo })} />
          {name}
        </span>
      }
      {...(!installed && { about: 'This app has been uninstalled: nothing can fire here.' })}
    >
      <SubscriptionTable rows={rows} onAct={onAct} />
    </Card>
  );
}

function NoSubscriptions({ act }: { act: ReactNode }) {
  return (
    <Card>
      <EmptyState
        icon={<Zap size={20} aria-hidden />}
        title="No trigger yet"
        says="Choose what an installed app can fire, such as “Payment paid”, and the flow that runs then."
        act={
          <>
            <ButtonLink to="/store">Find an app</ButtonLink>
            {act}
          </>
        }
      />
    </Card>
  );
}
