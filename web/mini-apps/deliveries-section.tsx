// Deliveries: what became of the app's events wherever it is installed, without anything of the owners'.
import { Link } from '@tanstack/react-router';
import { Truck } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { eventStates } from '@bellwire/model/event.ts';
import { EventBadge } from '../events/event-badge.tsx';
import { eventStateWords, isEventState } from '../events/event-states.ts';
import { tableState } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { pageAfter } from '../shell/page-trail.ts';
import { TrailPager } from '../shell/trail-pager.tsx';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { durationWords } from '../ui/duration-words.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Select } from '../ui/select.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { useBuilder } from './builder.ts';
import { AppReceipts } from './app-receipts.tsx';
import { DeliveryCounts } from './delivery-counts.tsx';
import '../events/event-table.css';
import '../shell/list-bar.css';

type Delivery = OutputOf<'listDeliveries'>['rows'][number];

const LIVE_MS = 5_000;
const ANY = 'any';

export function DeliveriesSection() {
  const { deliveries, trigger, outcome, trail, choose, turn } = useDeliveries();
  return (
    <div className="builder-sheets">
      <DeliveryCounts />
      <AppReceipts />
      <div>
        <DeliveryBar trigger={trigger} outcome={outcome} onChoose={choose} />
        <Card flush>
          <Table
            label="Deliveries"
            {...tableState(deliveries, ({ rows }) => rows)}
            columns={columns}
            rowKey={({ eventId }) => eventId}
            empty={trigger === undefined && outcome === undefined ? noneYet : noneFits}
          />
          <TrailPager
            trail={trail}
            next={deliveries.data?.next}
            count={deliveries.data?.rows.length ?? 0}
            onTurn={turn}
          />
        </Card>
      </div>
    </div>
  );
}

interface Chosen {
  readonly trigger?: string | undefined;
  readonly outcome?: string | undefined;
}

function useDeliveries() {
  const { view } = useBuilder();
  const [chosen, setChosen] = useState<Chosen>({});
  const [trail, setTrail] = useState<string>();
  const { trigger, outcome } = chosen;
  const after = pageAfter(trail);
  const query = {
    appId: view.id,
    ...(trigger !== undefined && { trigger }),
    ...(isEventState(outcome) && { outcome }),
    ...(after !== undefined && { after }),
  };
  const options = { pollMs: trail === undefined && LIVE_MS, keepPrevious: true } as const;
  return {
    ...chosen,
    trail,
    deliveries: useOperation('listDeliveries', query, options),
    choose: (next: Chosen) => {
      setTrail(undefined);
      setChosen({ ...chosen, ...next });
    },
    turn: setTrail,
  };
}

interface DeliveryBarProps extends Chosen {
  onChoose: (next: Chosen) => void;
}

const chosenOf = (value: string) => (value === ANY ? undefined : value);

function DeliveryBar({ trigger, outcome, onChoose }: DeliveryBarProps) {
  const { app } = useBuilder();
  return (
    <div className="list-bar">
      <Select
        label="Trigger"
        hideLabel
        choices={[
          { value: ANY, label: 'Any trigger' },
          ...app.triggers.map(({ name, label }) => ({ value: name, label })),
        ]}
        value={trigger ?? ANY}
        onChange={(value) => onChoose({ trigger: chosenOf(value) })}
      />
      <Select
        label="Outcome"
        hideLabel
        choices={[
          { value: ANY, label: 'Any outcome' },
          ...eventStates.map((state) => ({ value: state, label: eventStateWords[state].label })),
        ]}
        value={outcome ?? ANY}
        onChange={(value) => onChoose({ outcome: chosenOf(value) })}
      />
    </div>
  );
}

const columns: readonly Column<Delivery>[] = [
  {
    key: 'trigger',
    label: 'Trigger',
    cell: ({ trigger, eventId, isOwn, isTest }) => (
      <span className="delivery-name">
        <span>
          {trigger === '' ? 'A request that was not read' : trigger}
          {isTest ? <Badge tone="accent">Test</Badge> : null}
        </span>
        {isOwn ? (
          <Link to="/events/$eventId" params={{ eventId }}>
            See the story
          </Link>
        ) : (
          <small>
            <code>{eventId}</code>
          </small>
        )}
      </span>
    ),
  },
  { key: 'install', label: 'Install', cell: ({ installName }) => installName },
  {
    key: 'outcome',
    label: 'Outcome',
    cell: ({ outcome, says }) => (
      <span className="event-state">
        <EventBadge state={outcome} />
        {says === null ? null : <small>{says}</small>}
      </span>
    ),
  },
  {
    key: 'took',
    label: 'Took',
    align: 'end',
    cell: ({ firedAt, settledAt }) =>
      settledAt === null ? '–' : durationWords(Date.parse(settledAt) - Date.parse(firedAt)),
  },
  {
    key: 'at',
    label: 'Fired',
    align: 'end',
    cell: ({ firedAt }) => (
      <span className="event-at">
        <RelativeTime at={firedAt} />
      </span>
    ),
  },
];

const noneYet = (
  <EmptyState
    icon={<Truck size={20} aria-hidden />}
    title="Nothing fired yet"
    says="Install the app and fire a trigger: each event stands here with its outcome, and never with what belongs to the owner of the bot."
  />
);

const noneFits = (
  <EmptyState
    icon={<Truck size={20} aria-hidden />}
    title="No event fits"
    says="Choose another trigger or outcome, or turn to an older page."
  />
);
