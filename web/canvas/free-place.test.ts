// New cards never cover old ones.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { freePlace } from './free-place.ts';

const size = { width: 248, height: 60 };

test('a free place is taken as it is, on the grid', () => {
  assert.deepEqual(freePlace({ x: 13, y: -3 }, size, []), { x: 16, y: -0 });
});

test('a taken place gives the next one below', () => {
  assert.deepEqual(freePlace({ x: 0, y: 0 }, size, [{ x: 0, y: 0, ...size }]), { x: 0, y: 88 });
});

test('whatever stands there, the new card covers nothing', () => {
  const box = fc.record({
    x: fc.integer({ min: -400, max: 400 }),
    y: fc.integer({ min: -400, max: 400 }),
    width: fc.constant(248),
    height: fc.integer({ min: 60, max: 200 }),
  });
  fc.assert(
    fc.property(fc.array(box, { maxLength: 30 }), (taken) => {
      const { x, y } = freePlace({ x: 0, y: 0 }, size, taken);
      return taken.every(
        (one) =>
          x >= one.x + one.width ||
          one.x >= x + size.width ||
          y >= one.y + one.height ||
          one.y >= y + size.height,
      );
    }),
  );
});
