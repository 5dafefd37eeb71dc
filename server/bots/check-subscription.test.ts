// Tests of a subscription's mappings: which item fits which user field.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueTypes, type ValueType } from '@bellwire/model/value-type.ts';
import { payApp } from '../apps/pay-app.ts';
import { checkMappings } from './check-subscription.ts';

const fitting: Readonly<Record<ValueType, readonly ValueType[]>> = {
  text: ['text', 'json'],
  number: ['text', 'number', 'json'],
  boolean: ['text', 'boolean', 'json'],
  date: ['text', 'date', 'datetime', 'json'],
  datetime: ['text', 'date', 'datetime', 'json'],
  json: ['text', 'json'],
};

for (const type of valueTypes) {
  test(`an item of type ${type} fits user fields of type ${fitting[type].join(', ')} and no others`, () => {
    const app = payApp({
      fields: [
        { name: 'amount', label: 'Amount', type },
        { name: 'status', label: 'Status', type: 'text' },
      ],
    });
    const fits = valueTypes.filter(
      (field) => complain(app, [{ item: 'amount', field: 'to' }], field).length === 0,
    );
    assert.deepEqual(fits, fitting[type]);
  });
}

function complain(
  app: ReturnType<typeof payApp>,
  mappings: Parameters<typeof checkMappings>[0],
  type: ValueType = 'number',
) {
  const [trigger] = app.triggers;
  if (trigger === undefined) throw new Error('The app has a trigger.');
  return checkMappings(mappings, { app, trigger, userFields: [{ name: 'to', type }] });
}

test('one user field gets one item', () => {
  const twice = [
    { item: 'amount', field: 'to' },
    { item: 'amount', field: 'to' },
  ];
  assert.deepEqual(
    complain(payApp(), twice).map(({ path }) => path),
    [['mappings', 1, 'field']],
  );
});

test('a fallback has to fit the user field', () => {
  const [complaint, ...more] = complain(payApp(), [{ item: 'amount', field: 'to', fallback: 'soon' }]);
  assert.deepEqual([complaint?.path, more], [['mappings', 0, 'fallback'], []]);
  assert.match(complaint?.says ?? '', /must be a number/);
  assert.deepEqual(complain(payApp(), [{ item: 'amount', field: 'to', fallback: '7' }]), []);
});
