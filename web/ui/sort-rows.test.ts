// The order of rows in a table.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sortRows } from './sort-rows.ts';

test('numbers are sorted as numbers and texts as people read them', () => {
  assert.deepEqual(
    sortRows([10, 9, 100], (row) => row, false),
    [9, 10, 100],
  );
  assert.deepEqual(
    sortRows(['step 10', 'Step 2', 'ärger', 'b'], (row) => row, false),
    ['ärger', 'b', 'Step 2', 'step 10'],
  );
});

test('empty values stay last whichever way it is sorted', () => {
  assert.deepEqual(
    sortRows([null, 2, 1], (row) => row, false),
    [1, 2, null],
  );
  assert.deepEqual(
    sortRows([null, 2, 1], (row) => row, true),
    [2, 1, null],
  );
});
