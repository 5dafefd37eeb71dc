// What an address says, as a screen reads it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchTexts } from './search-texts.ts';

test('only the names asked for are read, and a number is a text', () => {
  assert.deepEqual(searchTexts({ search: 42, state: 'parked', other: 'x' }, ['search', 'state']), {
    search: '42',
    state: 'parked',
  });
});

test('what is empty or of another kind is left out', () => {
  assert.deepEqual(searchTexts({ search: '', state: ['a'], after: null }, ['search', 'state', 'after']), {});
});
