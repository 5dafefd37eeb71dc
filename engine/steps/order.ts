// Step: create an order for the contact, or move its newest order on to another status.
import type { Order, OrderItem } from '@bellwire/model/order.ts';
import { FAILED_EXIT, stepType, type Outcome, type StepScope } from '@bellwire/model/step-type.ts';
import { orderExamples } from './order/examples.ts';
import { isCurrency, moneyInWords, toMinorUnits } from './order/minor-units.ts';
import { orderNumber } from './order/order-number.ts';
import { changeStatus } from './order/order-status.ts';
import { orderSettings, type OrderValues } from './order/settings.ts';
import { counted, savedEntries, savedText } from './saved.ts';

export const order = stepType({
  name: 'order',
  label: 'Order',
  about: 'Creates an order for the contact, or sets the status of its newest order, such as paid.',
  icon: 'shopping-bag',
  group: 'talk',
  sides: ['bot'],
  effects: ['order'],
  settings: orderSettings,
  exits: [
    { name: 'next', label: 'Then' },
    { name: 'unchanged', label: 'Nothing to change' },
    { name: FAILED_EXIT, label: 'Failed' },
  ],
  summary: (saved) =>
    savedText(saved, 'do') === 'set-status'
      ? `Newest order: ${savedText(saved, 'status') || 'paid'}`
      : `New order, ${counted(savedEntries(saved, 'items').length, 'item')}`,
  check: ({ do: what, items = [], currency = '' }) => [
    ...(what === 'create' && items.length === 0 ? [{ path: ['items'], says: NO_ITEMS }] : []),
    ...(what === 'create' && !currency.includes('{{') && !isCurrency(currency)
      ? [{ path: ['currency'], says: noCurrency(currency) }]
      : []),
  ],
  run: (values, scope) => {
    if (scope.contact === null)
      return failed('There is no order without a contact, and this run is for none.');
    return values.do === 'create' ? create(values, scope) : setStatus(values, scope);
  },
  examples: orderExamples,
});

const NO_ITEMS = 'An order needs an item. Add one.';

function create({ items = [], currency: given = '', reference }: OrderValues, scope: StepScope): Outcome {
  const currency = given.trim().toUpperCase();
  if (!isCurrency(currency)) return failed(noCurrency(given));
  if (items.length === 0) return failed(NO_ITEMS);
  const ordered: OrderItem[] = [];
  for (const { name, quantity, unitPrice } of items) {
    const price = toMinorUnits(unitPrice, currency);
    if (!price.ok) return failed(`${name}: ${price.says}`);
    ordered.push({ name, quantity, unitAmount: price.value });
  }
  const total = ordered.reduce((sum, { quantity, unitAmount }) => sum + quantity * unitAmount, 0);
  if (!Number.isSafeInteger(total))
    return failed('The total is too large to be counted exactly. Split the order.');
  const id = scope.newId('order');
  const made: Order = {
    id,
    number: orderNumber(id),
    status: 'ordered',
    currency,
    items: ordered,
    total,
    reference: reference === '' ? null : reference,
    createdAt: scope.now,
    paidAt: null,
  };
  return {
    is: 'go',
    exit: 'next',
    effects: [{ is: 'order', order: made }],
    says: `Order ${made.number} over ${moneyInWords(total, currency, scope.locale)}.`,
  };
}

function setStatus({ status = 'paid', reference }: OrderValues, { contact, now }: StepScope): Outcome {
  const newest = contact?.order ?? null;
  if (newest === null) return failed('The contact has no order yet. Create one before.');
  const change = changeStatus(newest, status, { reference, now });
  if (change.is === 'unchanged') return { is: 'go', exit: 'unchanged', says: change.says };
  return {
    is: 'go',
    exit: 'next',
    effects: [{ is: 'order', order: change.order }],
    says: `Order ${newest.number}: ${newest.status} → ${status}.`,
  };
}

function failed(says: string): Outcome {
  return { is: 'go', exit: FAILED_EXIT, says };
}

function noCurrency(code: string): string {
  return `"${code}" is no currency. Use a code of three letters, such as EUR.`;
}
