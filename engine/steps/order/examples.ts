// Examples of the step "Order".
import type { StepType } from '@bellwire/model/step-type.ts';
import { exampleOrder } from '../example-order.ts';

const mug = { name: 'Mug', quantity: 2, unitPrice: '10.50' };

export const orderExamples: StepType['examples'] = [
  {
    says: 'creates an order with an exact total',
    settings: { items: [mug, { name: 'Card', unitPrice: '{{user.price}}' }], currency: 'EUR' },
    scope: { now: '2026-03-01T12:00:00.000Z', data: { user: { price: 0.1 } } },
    gives: {
      is: 'go',
      exit: 'next',
      effects: [
        {
          is: 'order',
          order: {
            number: 'M6SC-7N75',
            status: 'ordered',
            items: [
              { name: 'Mug', quantity: 2, unitAmount: 1050 },
              { name: 'Card', quantity: 1, unitAmount: 10 },
            ],
            total: 2110,
            paidAt: null,
          },
        },
      ],
      says: 'Order M6SC-7N75 over €21.10.',
    },
  },
  {
    says: 'a yen has no parts',
    settings: { items: [{ name: 'Tea', quantity: 1, unitPrice: 1500 }], currency: 'jpy' },
    gives: { effects: [{ order: { currency: 'JPY', total: 1500 } }] },
  },
  {
    says: 'a price with more decimals than the currency has is refused, not rounded',
    settings: { items: [{ name: 'Tea', unitPrice: '1.999' }], currency: 'EUR' },
    gives: {
      is: 'go',
      exit: 'failed',
      says: 'Tea: The price "1.999" has more decimals than EUR has: 2. Round it first.',
    },
  },
  {
    says: 'marks the newest order as paid',
    settings: { do: 'set-status', status: 'paid', reference: 'pay_7' },
    scope: { now: '2026-03-01T12:00:00.000Z', contact: { order: exampleOrder } },
    gives: {
      is: 'go',
      exit: 'next',
      effects: [{ order: { status: 'paid', reference: 'pay_7', paidAt: '2026-03-01T12:00:00.000Z' } }],
      says: 'Order K7Q2-9MXD: ordered → paid.',
    },
  },
  {
    says: 'paid again changes nothing',
    settings: { do: 'set-status', status: 'paid' },
    scope: { contact: { order: { ...exampleOrder, status: 'paid' } } },
    gives: { is: 'go', exit: 'unchanged', says: 'Order K7Q2-9MXD is paid already. Nothing was changed.' },
  },
  {
    says: 'an order does not go back',
    settings: { do: 'set-status', status: 'ordered' },
    scope: { contact: { order: { ...exampleOrder, status: 'paid' } } },
    gives: {
      is: 'go',
      exit: 'unchanged',
      says: 'Order K7Q2-9MXD stays paid: from there it cannot become ordered.',
    },
  },
  {
    says: 'without an order there is nothing to set',
    settings: { do: 'set-status', status: 'paid' },
    gives: { is: 'go', exit: 'failed', says: 'The contact has no order yet. Create one before.' },
  },
  {
    says: 'what is no currency is refused',
    settings: { items: [mug], currency: 'EURO' },
    gives: {
      is: 'go',
      exit: 'failed',
      says: '"EURO" is no currency. Use a code of three letters, such as EUR.',
    },
  },
];
