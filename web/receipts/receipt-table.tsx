// Receipts as rows: what was told of which event, and whether it arrived.
import type { ReactNode } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { EventBadge } from '../events/event-badge.tsx';
import { Badge, type Tone } from '../ui/badge.tsx';
import type { Problem } from '../ui/problem-note.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Table, type Column } from '../ui/table.tsx';
import '../events/event-table.css';

export type Receipt = OutputOf<'listReceipts'>['rows'][number];

export interface ReceiptTableProps<Row extends Receipt> {
  rows: readonly Row[] | undefined;
  problem?: Problem;
  onRetry: () => void;
  empty: ReactNode;
  /** Columns that only one side has; they stand first. */
  columns?: readonly Column<Row>[];
}

export function ReceiptTable<Row extends Receipt>({ columns = [], ...table }: ReceiptTableProps<Row>) {
  return (
    <Table
      label="Receipts"
      {...table}
      columns={[...columns, ...receiptColumns]}
      rowKey={(receipt) => receipt.id}
    />
  );
}

const stateWords: Readonly<Record<Receipt['state'], { label: string; tone: Tone }>> = {
  waiting: { label: 'On its way', tone: 'accent' },
  sent: { label: 'Arrived', tone: 'ok' },
  'given-up': { label: 'Given up', tone: 'bad' },
};

const receiptColumns: readonly Column<Receipt>[] = [
  { key: 'trigger', label: 'Trigger', cell: ({ trigger }) => <code>{trigger}</code> },
  { key: 'outcome', label: 'Told', cell: ({ outcome }) => <EventBadge state={outcome} /> },
  {
    key: 'state',
    label: 'Receipt',
    cell: ({ state, failure, tries }) => (
      <span className="event-state">
        <Badge tone={stateWords[state].tone} dot>
          {stateWords[state].label}
        </Badge>
        {failure === null ? null : (
          <small>
            {failure} Tried {tries} {tries === 1 ? 'time' : 'times'}.
          </small>
        )}
      </span>
    ),
  },
  {
    key: 'at',
    label: 'Settled',
    align: 'end',
    cell: ({ settledAt }) => (
      <span className="event-at">
        <RelativeTime at={settledAt} />
      </span>
    ),
  },
];
