// An order as examples of steps find it.
import type { Order } from '@bellwire/model/order.ts';

export const exampleOrder: Order = {
  id: '01958f3e-7c00-7000-8000-000000000001',
  number: 'K7Q2-9MXD',
  status: 'ordered',
  currency: 'EUR',
  items: [{ name: 'Mug', quantity: 2, unitAmount: 1050 }],
  total: 2100,
  reference: null,
  createdAt: '2026-03-01T11:00:00.000Z',
  paidAt: null,
};
