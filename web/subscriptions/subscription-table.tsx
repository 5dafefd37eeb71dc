// The subscriptions to one app's triggers as rows.
import { Link } from '@tanstack/react-router';
import { EllipsisVertical, FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { conditionInWords } from '@bellwire/engine/steps/condition-in-words.ts';
import { jsonObject } from '@bellwire/model/json.ts';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Switch } from '../ui/switch.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { toast } from '../ui/toast.tsx';
import { CatchUpOffer } from './catch-up-dialog.tsx';
import type { Subscription, SubscriptionAct } from './subscription.ts';
import { CountWords } from './count-words.tsx';

export interface SubscriptionTableProps {
  rows: readonly Subscription[];
  onAct: (act: SubscriptionAct) => void;
}

export function SubscriptionTable({ rows, onAct }: SubscriptionTableProps) {
  return (
    <Table
      label="Triggers"
      columns={[
        ...columns,
        { key: 'acts', label: '', align: 'end', cell: (row) => <Acts row={row} onAct={onAct} /> },
      ]}
      rows={rows}
      rowKey={(row) => row.id}
      opener={(row, content) => (
        <button type="button" onClick={() => onAct({ is: 'edit', subscription: row })}>
          {content}
        </button>
      )}
      empty={null}
    />
  );
}

const columns: readonly Column<Subscription>[] = [
  {
    key: 'trigger',
    label: 'Trigger',
    cell: (row) => (
      <span className="subscription-name">
        <span>{row.triggerLabel}</span>
        {row.note === '' ? null : <small>{row.note}</small>}
        {row.warnings.map(({ says }) => (
          <small key={says} className="subscription-warning">
            {says}
          </small>
        ))}
      </span>
    ),
  },
  {
    key: 'filter',
    label: 'Only when',
    cell: (row) => (
      <span className="subscription-filter">
        {row.filter === null ? 'always' : conditionInWords(jsonObject(row.filter))}
      </span>
    ),
  },
  {
    key: 'flow',
    label: 'Flow',
    cell: (row) => (
      <Link to="/bots/$botId/flows/$flowId" params={{ botId: row.botId, flowId: row.flowId }}>
        {row.flowName}
      </Link>
    ),
  },
  { key: 'on', label: 'On', cell: (row) => <OnSwitch row={row} /> },
  {
    key: 'last',
    label: 'Last fired',
    cell: (row) => (row.lastFiredAt === null ? 'never' : <RelativeTime at={row.lastFiredAt} />),
  },
  { key: 'counts', label: 'Events', cell: (row) => <CountWords counts={row.counts} /> },
];

function OnSwitch({ row }: { row: Subscription }) {
  const update = useChange('updateSubscription');
  const [offers, setOffers] = useState(false);
  return (
    <>
      <Switch
        label={`${row.triggerLabel} is on`}
        hideLabel
        checked={update.isPending ? update.variables.enabled === true : row.enabled}
        disabled={!row.installed}
        onChange={(enabled) =>
          update.mutate(
            { subscriptionId: row.id, enabled },
            {
              onSuccess: () => setOffers(enabled),
              onError: (error) => toast({ says: problemWords(error).says, tone: 'bad' }),
            },
          )
        }
      />
      {offers ? <CatchUpOffer subscription={row} onClose={() => setOffers(false)} /> : null}
    </>
  );
}

function Acts({ row, onAct }: { row: Subscription; onAct: SubscriptionTableProps['onAct'] }) {
  const act = (is: SubscriptionAct['is']) => () => onAct({ is, subscription: row });
  return (
    <span className="row-acts">
      <Button
        size="small"
        look="quiet"
        icon={<FlaskConical size={13} aria-hidden />}
        disabled={!row.installed}
        onClick={act('test')}
      >
        Test
      </Button>
      <Menu
        opener={
          <IconButton
            size="small"
            label={`More about ${row.triggerLabel}`}
            icon={<EllipsisVertical size={15} aria-hidden />}
          />
        }
        groups={[
          {
            acts: [
              { label: 'Edit…', onPick: act('edit') },
              ...(row.enabled && row.installed ? [{ label: 'Catch up…', onPick: act('catch-up') }] : []),
              ...(row.installed ? [] : [{ label: 'Point to another install…', onPick: act('point') }]),
            ],
          },
          { acts: [{ label: 'Delete…', danger: true, onPick: act('delete') }] },
        ]}
      />
    </span>
  );
}
