// Wires go around cards.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { laneBox, laneOf, wirePath } from './wire-path.ts';

const card = (x: number, y: number) => ({ x, y, width: 248, height: 60 });

test('a free way needs no lane', () => {
  assert.equal(
    laneOf({ x: 248, y: 30 }, { x: 400, y: 130 }, [card(0, 0), card(400, 100)], 'right'),
    undefined,
  );
});

test('a card in the way gives a lane beside it, on the nearer side', () => {
  const boxes = [card(0, 0), card(336, 0), card(672, 0)];
  assert.equal(laneOf({ x: 248, y: 20 }, { x: 672, y: 20 }, boxes, 'right'), -22);
  assert.equal(laneOf({ x: 248, y: 50 }, { x: 672, y: 50 }, boxes, 'right'), 82);
});

test('a wire that leads back runs below the cards it passes', () => {
  const lane = laneOf({ x: 584, y: 40 }, { x: 0, y: 40 }, [card(0, 0), card(336, 0)], 'right');
  assert.equal(lane, 82);
});

test('two wires never share a lane', () => {
  const boxes = [card(0, 0), card(336, 0), card(672, 0)];
  const [from, to] = [
    { x: 248, y: 50 },
    { x: 672, y: 50 },
  ];
  const first = laneOf(from, to, boxes, 'right') ?? NaN;
  const second = laneOf(from, to, boxes, 'right', [laneBox(from, to, first, 'right')]);
  assert.equal(first, 82);
  assert.notEqual(second, undefined);
  assert.notEqual(second, first);
});

test('a lane never runs through a card, whichever way the flow goes', () => {
  const box = fc.record({
    x: fc.integer({ min: 0, max: 1200 }),
    y: fc.integer({ min: -300, max: 300 }),
    width: fc.constant(248),
    height: fc.integer({ min: 60, max: 160 }),
  });
  fc.assert(
    fc.property(
      fc.array(box, { maxLength: 20 }),
      fc.constantFrom('right' as const, 'down' as const),
      (boxes, direction) => {
        const lane = laneOf({ x: 0, y: 0 }, { x: 900, y: 900 }, boxes, direction);
        if (lane === undefined) return true;
        return boxes.every((one) => {
          const [near, far, from, to] =
            direction === 'right'
              ? [one.x, one.x + one.width, one.y, one.y + one.height]
              : [one.y, one.y + one.height, one.x, one.x + one.width];
          return far <= 28 || near >= 872 || lane <= from || lane >= to;
        });
      },
    ),
  );
});

test('a path starts at the exit and ends at the entrance', () => {
  for (const lane of [undefined, 200]) {
    const { path } = wirePath({ x: 10, y: 20 }, { x: 500, y: 60 }, lane, 'right');
    assert.match(path, /^M10 20C/);
    assert.match(path, /500 60$/);
  }
});
