// Tables in all their states, and the numbers that stand above them.
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Money } from '../ui/money.tsx';
import { Pager } from '../ui/pager.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Sparkline } from '../ui/sparkline.tsx';
import { Table } from '../ui/table.tsx';
import type { Column } from '../ui/table.tsx';
import { toast } from '../ui/toast.tsx';
import { Exhibit } from './exhibit.tsx';
import { sampleSales } from './sample-rows.ts';
import type { SampleSale } from './sample-rows.ts';

const TONES = { paid: 'ok', refunded: 'plain', waiting: 'warn' } as const;
const COLUMNS: readonly Column<SampleSale>[] = [
  { key: 'buyer', label: 'Buyer', cell: (sale) => sale.buyer, sortBy: (sale) => sale.buyer },
  { key: 'app', label: 'Mini-app', cell: (sale) => sale.app, sortBy: (sale) => sale.app },
  {
    key: 'state',
    label: 'State',
    cell: (sale) => (
      <Badge tone={TONES[sale.state]} dot>
        {sale.state}
      </Badge>
    ),
  },
  { key: 'at', label: 'When', cell: (sale) => <RelativeTime at={sale.at} />, sortBy: (sale) => sale.at },
  {
    key: 'amount',
    label: 'Amount',
    align: 'end',
    cell: (sale) => <Money minor={sale.minor} currency={sale.currency} />,
    sortBy: (sale) => sale.minor,
  },
];
const FIGURES = [
  { name: 'Events', now: 1204, hours: [4, 6, 5, 9, 14, 11, 8, 12, 19, 24, 18, 21] },
  { name: 'Runs', now: 1187, hours: [4, 6, 5, 8, 14, 11, 8, 11, 18, 24, 17, 20] },
  { name: 'Parked', now: 12, hours: [0, 0, 0, 3, 12, 12] },
];
const rowKey = (sale: SampleSale) => sale.id;
const nothing = () => undefined;

export function TableExhibits() {
  return (
    <>
      <Figures />
      <FullTable />
      <Exhibit name="Table, loading and failed" look="grid">
        <Card flush>
          <Table
            label="Loading"
            columns={COLUMNS.slice(0, 3)}
            rows={undefined}
            rowKey={rowKey}
            empty={null}
          />
        </Card>
        <Table
          label="Failed"
          columns={COLUMNS}
          rows={undefined}
          rowKey={rowKey}
          empty={null}
          problem={{
            says: 'The sales could not be loaded.',
            help: 'The server did not answer within 10 seconds.',
          }}
          onRetry={nothing}
        />
      </Exhibit>
    </>
  );
}

function Figures() {
  return (
    <Exhibit name="Numbers of the day" look="grid">
      {FIGURES.map(({ name, now, hours }) => (
        <Card key={name}>
          <div className="figure">
            <span>{name}</span>
            <strong>{now.toLocaleString()}</strong>
            <Sparkline label={`${name} per hour`} values={hours} />
          </div>
        </Card>
      ))}
    </Exhibit>
  );
}

function FullTable() {
  return (
    <Exhibit name="Table" look="plain">
      <Card title="Sales" about="This month" acts={<Button size="small">Download CSV</Button>} flush>
        <Table
          label="Sales"
          columns={COLUMNS}
          rows={sampleSales}
          rowKey={rowKey}
          empty={null}
          sorting={{ column: 'at', descending: true }}
          opener={(sale, content) => (
            <button type="button" onClick={() => toast({ says: `Opened the sale to ${sale.buyer}.` })}>
              {content}
            </button>
          )}
        />
        <Pager says="1–4 of 1,204" onOlder={nothing} />
      </Card>
    </Exhibit>
  );
}
