// The size of a turn follows what the machine can do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TurnSize } from './turn-size.ts';

test('where turns take too long they become smaller, down to a least size, and grow again afterwards', () => {
  const size = new TurnSize();
  for (let turn = 0; turn < 20; turn++) size.learn(size.rows, size.rows * 0.2);
  assert.ok(size.rows >= 99 && size.rows <= 102, `${size.rows} rows of 0.2 ms in 20 ms`);
  for (let turn = 0; turn < 20; turn++) size.learn(size.rows, size.rows * 5);
  assert.equal(size.rows, 32);
  for (let turn = 0; turn < 20; turn++) size.learn(size.rows, size.rows * 0.05);
  assert.equal(size.rows, 256);
});

test('a turn with little to do says nothing', () => {
  const size = new TurnSize();
  size.learn(1, 500);
  assert.equal(size.rows, 256);
});
