// A live list that stays still under one's eyes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calmRows } from './calm-rows.ts';

const row = (id: string, state = 'done') => ({ id, state });

test('new rows are counted and stay outside, and those that are shown take their newest state', () => {
  const { shown, fresh } = calmRows([row('2', 'waiting'), row('1')], [row('4'), row('3'), row('2')], '2');
  assert.deepEqual(shown, [row('2'), row('1')]);
  assert.equal(fresh, 2);
});

test('what is let in stands as the answer has it', () => {
  assert.deepEqual(calmRows([row('1')], [row('2'), row('1')], undefined), {
    shown: [row('2'), row('1')],
    fresh: 0,
  });
});
