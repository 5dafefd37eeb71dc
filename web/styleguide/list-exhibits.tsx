// Lists and facts: tables in all their states, cards, times, money, code.
import { BellRing } from 'lucide-react';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { KeyValue } from '../ui/key-value.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import { Money } from '../ui/money.tsx';
import { Pager } from '../ui/pager.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Sparkline } from '../ui/sparkline.tsx';
import { Table } from '../ui/table.tsx';
import type { Column } from '../ui/table.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { toast } from '../ui/toast.tsx';
import { Exhibit } from './exhibit.tsx';
import { sampleSales } from './sample-rows.ts';
import type { SampleSale } from './sample-rows.ts';

const TONES = { paid: 'ok', refunded: 'plain', waiting: 'warn' } as const;
const COLUMNS: readonly Column<SampleSale>[] = [
  { key: 'buyer', label: 'Buyer', cell: (sale) => sale.buyer, sortBy: (sale) => sale.buyer },
  { key: 'app', label: 'Mini-app', cell: (sale) => sale.app, sortBy: (sale) => sale.app },
  { key: 'state', label: 'State', cell: (sale) => <Badge tone={TONES[sale.state]} dot>{sale.state}</Badge> },
  { key: 'at', label: 'When', cell: (sale) => <RelativeTime at={sale.at} />, sortBy: (sale) => sale.at },
  { key: 'amount', label: 'Amount', align: 'end', cell: (sale) => <Money minor={sale.minor} currency={sale.currency} />, sortBy: (sale) => sale.minor },
];
const SAMPLE = { event: 'payment_paid', user_ns: 'f12u8842', context: { order_id: 1042, amount: 129, currency: 'EUR', test: false, note: null } };
const HOURS = [4, 6, 5, 9, 14, 11, 8, 12, 19, 24, 18, 21];
const rowKey = (sale: SampleSale) => sale.id;
const nothing = () => undefined;

export function ListExhibits() {
  return (
    <>
      <Exhibit name="Numbers of the day" look="grid">
        {['Events', 'Runs', 'Parked'].map((name, place) => (
          <Card key={name}>
            <div className="figure">
              <span>{name}</span>
              <strong>{[1204, 1187, 12][place]?.toLocaleString()}</strong>
              <Sparkline label={`${name} per hour, last 12 hours`} values={place === 2 ? [0, 0, 0, 3, 12, 12] : HOURS} />
            </div>
          </Card>
        ))}
      </Exhibit>
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
              <button type="button" onClick={() => toast({ says: `Opened the sale to ${sale.buyer}.`, onUndo: nothing })}>
                {content}
              </button>
            )}
          />
          <Pager says="1–4 of 1,204" onOlder={nothing} />
        </Card>
      </Exhibit>
      <Exhibit name="Table, loading and failed" look="grid">
        <Card flush>
          <Table label="Loading" columns={COLUMNS.slice(0, 3)} rows={undefined} rowKey={rowKey} empty={null} />
        </Card>
        <Table
          label="Failed"
          columns={COLUMNS}
          rows={undefined}
          rowKey={rowKey}
          empty={null}
          problem={{ says: 'The sales could not be loaded.', help: 'The server did not answer within 10 seconds.' }}
          onRetry={nothing}
        />
      </Exhibit>
      <Exhibit name="Empty state, facts, code" look="grid">
        <Card>
          <EmptyState
            icon={<BellRing size={20} aria-hidden />}
            title="No triggers yet"
            says="A trigger tells every bot that installed your mini-app that something happened."
            act={<Button look="primary">Create trigger</Button>}
            example={
              <KeyValue
                facts={[
                  ['payment_paid', 'order_id, amount, currency'],
                  ['booking_moved', 'booking_id, starts_at'],
                ]}
              />
            }
          />
        </Card>
        <Card title="Event" about="What a subscriber sees">
          <Tabs
            label="Parts of the event"
            tabs={[
              {
                value: 'facts',
                label: 'Facts',
                content: (
                  <KeyValue
                    facts={[
                      ['Fired by', <span key="by" className="with-tile"><LogoTile name="Acme Pay" size={20} /> Acme Pay</span>],
                      ['Contact', 'Lena Fischer'],
                      ['Key', <code key="key">pay_1042</code>],
                      ['Received', <RelativeTime key="at" at={sampleSales[0]?.at ?? ''} />],
                    ]}
                  />
                ),
              },
              { value: 'payload', label: 'Payload', count: 5, content: <CodeBlock label="Payload" value={SAMPLE} /> },
            ]}
          />
        </Card>
        <CodeBlock label="Payload" value={SAMPLE} />
      </Exhibit>
    </>
  );
}
