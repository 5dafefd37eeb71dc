// What one sees of a flow.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstView, panToSee } from './view.ts';

const canvas = { width: 1000, height: 600 };

test('a small flow is shown whole, in the middle and never enlarged', () => {
  const view = firstView({ x: -100, y: 0, width: 400, height: 100 }, { x: -100, y: 0 }, canvas);
  assert.deepEqual(view, { x: 400, y: 226, zoom: 1 });
});

test('a long flow is shown from its start at a legible size', () => {
  const view = firstView({ x: 0, y: 0, width: 4000, height: 300 }, { x: 0, y: 100 }, canvas);
  assert.equal(view.zoom, 0.85);
  assert.equal(view.x, 48);
});

test('the view moves only as far as a hidden card needs', () => {
  const free = { x: 0, y: 0, width: 600, height: 400 };
  assert.deepEqual(panToSee({ x: 100, y: 100, width: 200, height: 60 }, free), { x: 0, y: 0 });
  assert.deepEqual(panToSee({ x: 500, y: 100, width: 200, height: 60 }, free), { x: -124, y: 0 });
  assert.deepEqual(panToSee({ x: 100, y: -50, width: 200, height: 60 }, free), { x: 0, y: 74 });
});
