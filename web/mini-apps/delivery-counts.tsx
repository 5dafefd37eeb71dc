// The last seven days of an app's events: how many, how many ran a flow, how long they took.
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { tableState } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Card } from '../ui/card.tsx';
import { durationWords } from '../ui/duration-words.ts';
import { Sparkline } from '../ui/sparkline.tsx';
import { Table } from '../ui/table.tsx';
import { useBuilder } from './builder.ts';

const DAYS = 7;

export function DeliveryCounts() {
  const { view } = useBuilder();
  const counts = useOperation('countDeliveries', { appId: view.id, days: DAYS });
  if (counts.data?.rows.length === 0) return null;
  return (
    <Card
      flush
      title={`The last ${DAYS} days`}
      about="By trigger, tests left out; days begin at midnight UTC."
    >
      <Table
        label="Counts by trigger"
        {...tableState(counts, ({ rows }) => byTrigger(rows))}
        rowKey={({ trigger }) => trigger}
        columns={[
          { key: 'trigger', label: 'Trigger', cell: ({ trigger }) => <code>{trigger}</code> },
          {
            key: 'days',
            label: 'By day',
            cell: ({ trigger, days }) => (
              <Sparkline values={days} label={`Events of ${trigger} by day`} width={120} height={24} />
            ),
          },
          { key: 'count', label: 'Events', align: 'end', cell: ({ count }) => count.toLocaleString() },
          { key: 'done', label: 'Ran a flow', align: 'end', cell: ({ share }) => `${share} %` },
          { key: 'p50', label: 'Half within', align: 'end', cell: ({ p50Ms }) => sayMs(p50Ms) },
          { key: 'p95', label: '95 % within', align: 'end', cell: ({ p95Ms }) => sayMs(p95Ms) },
        ]}
        empty={null}
      />
    </Card>
  );
}

type DayCount = OutputOf<'countDeliveries'>['rows'][number];

function byTrigger(rows: readonly DayCount[]) {
  const names = [...new Set(rows.map(({ trigger }) => trigger))];
  return names.map((trigger) => {
    const own = rows.filter((row) => row.trigger === trigger);
    const count = own.reduce((sum, row) => sum + row.count, 0);
    const done = own.reduce((sum, row) => sum + row.done, 0);
    const [newest] = own.filter(({ p50Ms }) => p50Ms !== null);
    return {
      trigger,
      count,
      share: Math.round((100 * done) / count),
      days: lastDays().map((day) => own.find((row) => row.day === day)?.count ?? 0),
      // Of the newest day that has any: those of several days cannot be put together.
      p50Ms: newest?.p50Ms ?? null,
      p95Ms: newest?.p95Ms ?? null,
    };
  });
}

const DAY_MS = 86_400_000;

function lastDays(): string[] {
  return Array.from({ length: DAYS + 1 }, (_, back) =>
    new Date(Date.now() - (DAYS - back) * DAY_MS).toISOString().slice(0, 10),
  );
}

function sayMs(ms: number | null): string {
  return ms === null ? '–' : durationWords(ms);
}
