// One lot: what it is of, why it waits, the way to mend it, and what can be done with all of it.
import { Link } from '@tanstack/react-router';
import { Play } from 'lucide-react';
import { useState } from 'react';
import { MendLink } from '../events/mend-link.tsx';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { DismissLotDialog } from './dismiss-lot-dialog.tsx';
import type { Lot } from './lot.ts';
import { RunLotDialog } from './run-lot-dialog.tsx';

export function LotCard({ lot }: { lot: Lot }) {
  const [open, setOpen] = useState<'run' | 'dismiss'>();
  const close = () => setOpen(undefined);
  return (
    <Card
      title={
        <span className="lot-name">
          <LogoTile name={lot.appLabel} size={24} {...(lot.logo !== null && { picture: lot.logo })} />
          {lot.triggerLabel}
          <span className="lot-count">{lot.count.toLocaleString()}</span>
        </span>
      }
      about={
        lot.flowName === null ? lot.appLabel : `${lot.appLabel}, for ${lot.botName ?? ''}: ${lot.flowName}`
      }
      acts={
        <>
          <Button size="small" look="quiet" onClick={() => setOpen('dismiss')}>
            Dismiss…
          </Button>
          <Button
            size="small"
            look="primary"
            icon={<Play size={13} aria-hidden />}
            onClick={() => setOpen('run')}
          >
            {lot.count === 1 ? 'Run it…' : `Run all ${lot.count.toLocaleString()}…`}
          </Button>
        </>
      }
    >
      <LotWords lot={lot} />
      {open === 'run' ? <RunLotDialog lot={lot} onClose={close} /> : null}
      {open === 'dismiss' ? <DismissLotDialog lot={lot} onClose={close} /> : null}
    </Card>
  );
}

function LotWords({ lot }: { lot: Lot }) {
  const { label, advice, mend, oldestAt, warning, installId, trigger } = lot;
  return (
    <div className="lot-words">
      <p>
        <strong>{label}.</strong> {advice}
        {mend === null ? null : <span className="lot-who"> A member with the role {mend.who} can.</span>}
      </p>
      {warning === null ? null : <p className="lot-warning">{warning}</p>}
      <div className="lot-ways">
        <Mending lot={lot} />
        <Link to="/events" search={{ state: 'parked', app: installId, trigger }}>
          See the events
        </Link>
        <span className="lot-since">
          The oldest waits since <RelativeTime at={oldestAt} />
        </span>
      </div>
    </div>
  );
}

/** A lot is of many contacts: it leads to all of them. */
function Mending({ lot: { mend, installId, botId, flowId } }: { lot: Lot }) {
  if (mend === null) return null;
  if (mend.at !== 'contact')
    return <MendLink mend={mend} about={{ contactId: null, installId, botId, flowId }} />;
  return (
    <ButtonLink size="small" to="/contacts">
      {mend.label}
    </ButtonLink>
  );
}
