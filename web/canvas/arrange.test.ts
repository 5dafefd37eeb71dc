// How a flow is laid out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrange, placesOf } from './arrange.ts';
import type { CanvasStep, PaletteEntry } from './canvas-model.ts';

const base: Omit<PaletteEntry, 'type' | 'exits'> = {
  label: '',
  about: '',
  icon: () => null,
  group: '',
  tone: 'logic',
  settings: {},
  summary: () => '',
};
const kinds = new Map<string, PaletteEntry>([
  ['wait', { ...base, type: 'wait', exits: () => [{ name: 'next', label: 'Next' }] }],
  [
    'choice',
    {
      ...base,
      type: 'choice',
      exits: () => [
        { name: 'yes', label: 'Yes' },
        { name: 'no', label: 'No' },
      ],
    },
  ],
  ['note', { ...base, type: 'note', look: 'note', exits: () => [] }],
]);
const step = (id: string, type: string, exits: CanvasStep['exits']): CanvasStep => ({
  id,
  type,
  settings: {},
  exits,
});

test('steps follow each other in the flow’s direction', () => {
  const chain = [step('a', 'wait', { next: 'b' }), step('b', 'wait', { next: null })];
  const right = arrange(chain, kinds, 'right');
  const down = arrange(chain, kinds, 'down');
  assert.deepEqual(right.get('a'), { x: 0, y: 0 });
  assert.deepEqual(right.get('b'), { x: 312, y: 0 });
  assert.equal(down.get('b')?.x, 0);
  assert.ok((down.get('b')?.y ?? 0) > 60);
});

test('what follows a choice stands in the order of its exits', () => {
  for (const order of [
    ['p', 'q'],
    ['q', 'p'],
  ]) {
    const [first = '', second = ''] = order;
    const flow = [
      step('a', 'choice', { yes: first, no: second }),
      step('p', 'wait', { next: 'a' }),
      step('q', 'wait', { next: null }),
    ];
    const places = arrange(flow, kinds, 'right');
    assert.ok((places.get(first)?.y ?? 0) < (places.get(second)?.y ?? 0), `${first} above ${second}`);
  }
});

test('a flow with places keeps them, and a step without one stands beside what leads to it', () => {
  const flow = [
    { ...step('a', 'wait', { next: 'b' }), position: { x: 40, y: 80 } },
    step('b', 'wait', { next: null }),
  ];
  const places = placesOf(flow, kinds, 'right');
  assert.deepEqual(places.get('a'), { x: 40, y: 80 });
  assert.deepEqual(places.get('b'), { x: 352, y: 80 });
});

test('notes get a place but are never laid out anew', () => {
  const flow = [step('a', 'wait', { next: null }), step('n', 'note', {})];
  assert.equal(arrange(flow, kinds, 'right').has('n'), false);
  assert.ok(placesOf(flow, kinds, 'right').has('n'));
});
