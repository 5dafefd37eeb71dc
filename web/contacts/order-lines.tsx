// Orders of one contact as rows.
import type { ReactNode } from 'react';
import type { Order, OrderStatus } from '@bellwire/model/order.ts';
import { Badge, type Tone } from '../ui/badge.tsx';
import { Money } from '../ui/money.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Table, type Column } from '../ui/table.tsx';

const tones: Readonly<Partial<Record<OrderStatus, Tone>>> = {
  paid: 'ok',
  completed: 'ok',
  shipped: 'accent',
  cancelled: 'bad',
  refunded: 'warn',
};

const columns: readonly Column<Order>[] = [
  { key: 'number', label: 'Order', cell: (order) => order.number },
  {
    key: 'status',
    label: 'Status',
    cell: (order) => (
      <Badge tone={tones[order.status] ?? 'plain'} dot>
        {order.status}
      </Badge>
    ),
  },
  {
    key: 'items',
    label: 'Items',
    cell: (order) => order.items.map((item) => `${item.quantity} × ${item.name}`).join(', '),
  },
  { key: 'reference', label: 'Reference', cell: (order) => order.reference ?? '–' },
  { key: 'at', label: 'Made', cell: (order) => <RelativeTime at={order.createdAt} /> },
  {
    key: 'total',
    label: 'Total',
    align: 'end',
    cell: (order) => <Money minor={order.total} currency={order.currency} />,
  },
];

export function OrderLines({
  orders,
  empty = null,
}: {
  orders: readonly Order[] | undefined;
  empty?: ReactNode;
}) {
  return <Table label="Orders" columns={columns} rows={orders} rowKey={(order) => order.id} empty={empty} />;
}
