// The way of an order through its statuses: forward only, so that a late or repeated message never undoes what has happened.
import type { Order, OrderStatus } from '@bellwire/model/order.ts';

/** Where each status may lead. Steps may be left out; nothing comes back. */
const leadsTo: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  ordered: ['paid', 'processing', 'shipped', 'completed', 'cancelled', 'refunded'],
  paid: ['processing', 'shipped', 'completed', 'cancelled', 'refunded'],
  processing: ['shipped', 'completed', 'cancelled', 'refunded'],
  shipped: ['completed', 'cancelled', 'refunded'],
  completed: ['refunded'],
  cancelled: ['refunded'],
  refunded: [],
};

export type StatusChange =
  | { readonly is: 'changed'; readonly order: Order }
  | { readonly is: 'unchanged'; readonly says: string };

/** `reference` is kept where given; the time of payment is that of the first `paid`. */
export function changeStatus(
  order: Order,
  status: OrderStatus,
  { reference, now }: { reference: string; now: string },
): StatusChange {
  if (order.status === status) {
    return { is: 'unchanged', says: `Order ${order.number} is ${status} already. Nothing was changed.` };
  }
  if (!leadsTo[order.status].includes(status)) {
    return {
      is: 'unchanged',
      says: `Order ${order.number} stays ${order.status}: from there it cannot become ${status}.`,
    };
  }
  return {
    is: 'changed',
    order: {
      ...order,
      status,
      reference: reference === '' ? order.reference : reference,
      paidAt: status === 'paid' ? (order.paidAt ?? now) : order.paidAt,
    },
  };
}
