// Numbers as they are typed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNumber } from './read-number.ts';

test('a number is saved as one, what is not yet one as it was typed', () => {
  assert.equal(readNumber('12.5'), 12.5);
  assert.equal(readNumber('12.'), '12.');
  assert.equal(readNumber('0.0'), '0.0');
  assert.equal(readNumber('{{user.total}}'), '{{user.total}}');
  assert.equal(readNumber(' '), ' ');
});
