// An order of a contact: items and totals in integer minor units, and the statuses it goes through.
import { z } from 'zod';

export const orderStatuses = [
  'ordered',
  'paid',
  'processing',
  'shipped',
  'completed',
  'cancelled',
  'refunded',
] as const;
export const orderStatusSchema = z.enum(orderStatuses);
export type OrderStatus = z.infer<typeof orderStatusSchema>;

export const orderItemSchema = z.strictObject({
  name: z.string().min(1).max(200),
  quantity: z.int().min(1).max(1_000_000),
  /** Price of one, in the currency's minor unit: 1999 is 19.99 in EUR, and 1999 in JPY. */
  unitAmount: z.int().min(0),
});

export const orderSchema = z.strictObject({
  id: z.uuid(),
  /** What people call it by, such as `K7Q2-9MXD`. */
  number: z.string(),
  status: orderStatusSchema,
  currency: z.string().regex(/^[A-Z]{3}$/),
  items: z.array(orderItemSchema),
  total: z.int().min(0),
  /** The payment provider's own name for the payment. */
  reference: z.string().nullable(),
  createdAt: z.iso.datetime(),
  paidAt: z.iso.datetime().nullable(),
});

export type Order = z.infer<typeof orderSchema>;
export type OrderItem = z.infer<typeof orderItemSchema>;
