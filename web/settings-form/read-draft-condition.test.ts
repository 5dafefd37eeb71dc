// Conditions that are half done still open in the editor.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDraftCondition } from './read-draft-condition.ts';

test('nothing at all is a condition without clauses', () => {
  assert.deepEqual(readDraftCondition(undefined), { match: 'all', clauses: [] });
  assert.deepEqual(readDraftCondition('paid'), { match: 'all', clauses: [] });
});

test('a clause whose field is not chosen yet keeps its operator and value', () => {
  assert.deepEqual(readDraftCondition({ match: 'any', clauses: [{ operator: 'greater', value: 3 }] }), {
    match: 'any',
    clauses: [{ field: '', operator: 'greater', value: 3 }],
  });
});
