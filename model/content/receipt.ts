// Content: an order as a receipt.
import { z } from 'zod';
import { orderSchema } from '../order.ts';
import { contentKind, withReplies } from './content-kind.ts';

export const receiptContent = contentKind({
  name: 'receipt',
  label: 'Receipt of the newest order',
  schema: z.strictObject({
    is: z.literal('receipt'),
    title: z.string(),
    order: orderSchema,
    note: z.string().optional(),
    ...withReplies,
  }),
  words: ({ title, order, note = '' }) =>
    [
      `${title} (order ${order.number})`,
      ...order.items.map(
        ({ name, quantity, unitAmount }) =>
          `${quantity} × ${name}: ${inCurrency(quantity * unitAmount, order.currency)}`,
      ),
      `Total: ${inCurrency(order.total, order.currency)}, ${order.status}`,
      ...(note === '' ? [] : [note]),
    ].join('\n'),
});

/** @param minor In the currency's smallest unit. */
function inCurrency(minor: number, currency: string): string {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  } catch {
    // No currency that anybody knows.
    return `${minor} ${currency}`;
  }
}
