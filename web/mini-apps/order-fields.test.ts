// Tests of what the order of a trigger's events offers, and begins with.
import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { APP_FORMAT, appSchema } from '@bellwire/model/app.ts';
import { type Trigger } from '@bellwire/model/trigger.ts';
import { entityRules, type Entity } from '@bellwire/model/entity.ts';
import { orderExample } from './order-example.ts';
import { followItems, newOrder, orderFields } from './order-fields.ts';

const app = appSchema.parse({
  format: APP_FORMAT,
  name: 'pay',
  label: 'Pay',
  fields: [
    { name: 'reference', label: 'Reference', type: 'text' },
    { name: 'version', label: 'Version', type: 'number' },
    { name: 'paid_at', label: 'Paid at', type: 'datetime' },
  ],
  triggers: [
    {
      name: 'payment_paid',
      label: 'Payment paid',
      items: ['reference', 'version', 'paid_at'].map((name) => ({
        name,
        label: name,
        field: name,
        required: name !== 'paid_at',
      })),
    },
  ],
});
const [trigger] = app.triggers;

function given(entity?: Entity): Trigger {
  if (trigger === undefined) throw new TypeError('The app has its trigger.');
  return entity === undefined ? trigger : { ...trigger, entity };
}

function optionsOf(name: string, entity?: Entity): string[] {
  const field = orderFields(app, given(entity))[name];
  return field?.kind === 'choice' ? field.options.map(({ value }) => value) : [];
}

test('only required items of a fitting type can be chosen, and what was chosen stays to be seen', () => {
  deepEqual(optionsOf('key'), ['reference', 'version']);
  deepEqual(optionsOf('order'), ['', 'version']);
  const entity: Entity = { name: 'payment', key: 'gone', order: 'paid_at', rule: 'newest-wins' };
  deepEqual(optionsOf('key', entity), ['reference', 'version', 'gone']);
  deepEqual(optionsOf('order', entity), ['', 'version', 'paid_at']);
});

test('it begins with the first word of the trigger and the item that sounds like a key, or else the first that can be one', () => {
  deepEqual(newOrder(app, given()), { name: 'payment', key: 'reference', rule: 'in-order' });
  const { items } = given();
  equal(newOrder(app, { ...given(), items: items.toReversed() })?.key, 'reference');
  equal(newOrder(app, { ...given(), items: items.slice(1) })?.key, 'version');
  equal(newOrder(app, { ...given(), items: [] }), null);
});

test('a renamed item stays what it was; a removed one is left for the check to tell of', () => {
  const entity: Entity = { name: 'payment', key: 'reference', order: 'version', rule: 'newest-wins' };
  const { items } = given();
  const renamed = items.map((item) => (item.name === 'version' ? { ...item, name: 'revision' } : item));
  deepEqual(followItems(entity, items, renamed), { ...entity, order: 'revision' });
  deepEqual(followItems(entity, items, items.slice(1)), entity);
});

test('each rule is told as a story with the words of the trigger', () => {
  for (const rule of entityRules)
    match(orderExample({ name: 'parcel', key: 'number', rule }), /^[A-Z].* parcel .*\.$/);
  match(
    orderExample({ name: 'parcel', key: 'number', order: 'step', rule: 'supersede' }),
    /whose step is older/,
  );
});
