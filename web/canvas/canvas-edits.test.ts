// What adding, removing and copying on the canvas emit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addCopies, addStep, freshId, removeSteps } from './canvas-edits.ts';
import type { CanvasEntry, CanvasStep, PaletteEntry } from './canvas-model.ts';

const icon = () => null;
const wait: PaletteEntry = {
  type: 'wait',
  label: 'Wait',
  about: '',
  icon,
  group: 'Logic',
  tone: 'logic',
  settings: { minutes: 5 },
  exits: () => [{ name: 'next', label: 'Next' }],
  summary: () => '',
};
const step = (id: string, exits: CanvasStep['exits']): CanvasStep => ({
  id,
  type: 'wait',
  settings: {},
  exits,
  position: { x: 0, y: 0 },
});
const entries: CanvasEntry[] = [{ id: 'paid', label: 'Paid', summary: '', icon, to: 'a' }];
const chain = [step('a', { next: 'b' }), step('b', { next: 'c' }), step('c', { next: null })];

test('a step added on a wire takes both ends of it', () => {
  const changes = addStep('w', wait, { x: 1, y: 2 }, { from: 'a', exit: 'next', before: 'b' }, entries);
  assert.deepEqual(changes, [
    {
      is: 'add-step',
      step: {
        id: 'w',
        type: 'wait',
        settings: { minutes: 5 },
        exits: { next: null },
        position: { x: 1, y: 2 },
      },
    },
    { is: 'connect', from: 'a', exit: 'next', to: 'w' },
    { is: 'connect', from: 'w', exit: 'next', to: 'b' },
  ]);
});

test('the first step hung on an entry sets where the entry leads', () => {
  const changes = addStep('w', wait, { x: 0, y: 0 }, { from: 'paid', exit: 'start' }, entries);
  assert.deepEqual(changes[1], { is: 'set-entry', entry: 'paid', to: 'w' });
});

test('a removed step that only passes on is bridged, also for an entry', () => {
  assert.deepEqual(removeSteps(['a'], chain, entries), [
    { is: 'set-entry', entry: 'paid', to: 'b' },
    { is: 'remove-step', id: 'a' },
  ]);
  assert.deepEqual(removeSteps(['b'], chain, entries)[0], {
    is: 'connect',
    from: 'a',
    exit: 'next',
    to: 'c',
  });
});

test('removing a choice or several steps cuts the wires into them', () => {
  const choice = [step('a', { next: 'b' }), step('b', { yes: 'c', no: null }), step('c', { next: 'b' })];
  assert.deepEqual(removeSteps(['b'], choice, []), [
    { is: 'disconnect', from: 'a', exit: 'next' },
    { is: 'disconnect', from: 'c', exit: 'next' },
    { is: 'remove-step', id: 'b' },
  ]);
  assert.deepEqual(removeSteps(['b', 'c'], chain, [])[0], { is: 'disconnect', from: 'a', exit: 'next' });
});

test('a step that leads to itself is removed without a bridge to nothing', () => {
  const loop = [step('a', { next: 'b' }), step('b', { next: 'b' })];
  assert.deepEqual(removeSteps(['b'], loop, [])[0], { is: 'disconnect', from: 'a', exit: 'next' });
});

test('copies keep the wires among them and open the others', () => {
  const { ids, changes } = addCopies(chain.slice(0, 2), ['a', 'b', 'c', 'wait'], { x: 10, y: 20 });
  assert.deepEqual(ids, ['wait-2', 'wait-3']);
  assert.deepEqual(changes.at(-1), { is: 'connect', from: 'wait-2', exit: 'next', to: 'wait-3' });
  assert.equal(changes.length, 3);
  const first = changes[0];
  assert.deepEqual(first?.is === 'add-step' ? first.step.position : undefined, { x: 10, y: 20 });
});

test('a fresh id is the type, numbered where it is taken', () => {
  assert.equal(freshId('wait', new Set()), 'wait');
  assert.equal(freshId('wait', new Set(['wait', 'wait-2'])), 'wait-3');
});
