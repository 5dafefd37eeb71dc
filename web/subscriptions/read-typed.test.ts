// Values out of what was typed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTyped } from './read-typed.ts';

test('a value has the type of its field', () => {
  assert.equal(readTyped('12.5', 'number'), 12.5);
  assert.equal(readTyped('true', 'boolean'), true);
  assert.deepEqual(readTyped('{"a":[1]}', 'json'), { a: [1] });
  assert.equal(readTyped('12.5', 'text'), '12.5');
});

test('what is half typed, or does not fit, stays as it was typed', () => {
  assert.equal(readTyped('12.', 'number'), '12.');
  assert.equal(readTyped('1e', 'number'), '1e');
  assert.equal(readTyped('{"a":', 'json'), '{"a":');
  assert.equal(readTyped('yes', 'boolean'), 'yes');
});
