// Tests of what a subscription is warned of when its app's contract has changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { payApp } from '../apps/pay-app.ts';
import { contractWarnings } from './contract-warnings.ts';

const app = payApp();
const trigger = 'payment_paid';

test('what is still there is not warned of', () => {
  assert.deepEqual(contractWarnings({ trigger, mappings: [{ item: 'amount', field: 'paid' }] }, app), []);
});

test('an item that is gone is named, with what becomes of its field', () => {
  const mappings = [
    { item: 'amount', field: 'paid' },
    { item: 'tip', field: 'tip' },
    { item: 'status', field: 'status', fallback: 'paid' },
  ];
  const without = app.triggers.map((one) => ({
    ...one,
    items: one.items.filter(({ name }) => name === 'amount'),
  }));
  const [tip, status] = contractWarnings({ trigger, mappings }, { ...app, triggers: without });
  assert.deepEqual([tip?.path, tip?.level], [['mappings', 1, 'item'], 'warning']);
  assert.match(tip?.says ?? '', /no longer sends the item "tip".*field "tip" is emptied/);
  assert.match(status?.says ?? '', /"status" gets its fallback/);
});

test('a trigger that is gone is told, for no event comes any more', () => {
  const [warning] = contractWarnings({ trigger: 'refunded', mappings: [] }, app);
  assert.match(warning?.says ?? '', /no longer has the trigger "refunded"/);
});
