// Where the points of a sparkline lie.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sparklinePath } from './sparkline-path.ts';

test('the largest value touches the top and zero the floor', () => {
  assert.equal(sparklinePath([0, 5, 10], 104, 24).line, 'M2 22L52 12L102 2');
});

test('one value and no value are flat lines', () => {
  assert.equal(sparklinePath([7], 104, 24).line, 'M2 2L102 2');
  assert.equal(sparklinePath([], 104, 24).line, 'M2 22L102 22');
});

test('a negative value does not fall through the floor', () => {
  assert.equal(sparklinePath([-3, 3], 104, 24).line, 'M2 22L102 2');
});
