// What a row tells of an event's items.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemsInBrief } from './items-in-brief.ts';

test('items stand as name and value, an empty one as a dash', () => {
  assert.equal(
    itemsInBrief({ status: 'paid', amount: 49, note: null }),
    'status: paid · amount: 49 · note: –',
  );
});

test('of many items the first four are told, and how many are left', () => {
  assert.equal(itemsInBrief({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }), 'a: 1 · b: 2 · c: 3 · d: 4 · 2 more');
});
