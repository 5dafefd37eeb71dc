// A run laid over its flow.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runOverlay } from './run-overlay.ts';

const step = { type: 'wait', typeLabel: 'Wait', icon: 'clock', depth: 0, appLabel: null };
const at = (second: number) => `2026-01-31T18:00:0${second}.000Z`;

test('a step walked twice has two visits, the newest first, and counts its ways out', () => {
  const { steps, active } = runOverlay({
    status: 'done',
    endedAt: at(9),
    steps: [
      { ...step, step: 'a', at: at(1), is: 'go', exit: 'next', settings: { round: 1 } },
      { ...step, step: 'b', at: at(3), is: 'jump' },
      { ...step, step: 'a', at: at(4), is: 'go', exit: 'next', settings: { round: 2 } },
    ],
  });
  assert.equal(steps['a']?.visited, 2);
  assert.deepEqual(steps['a']?.exits, { next: 2 });
  assert.deepEqual(
    steps['a']?.visits.map(({ input, tookMs }) => [input, tookMs]),
    [
      [{ round: 2 }, 5000],
      [{ round: 1 }, 2000],
    ],
  );
  assert.equal(active, undefined);
});

test('steps of an app are not laid over the flow of the bot', () => {
  const { steps } = runOverlay({
    status: 'waiting',
    endedAt: null,
    steps: [
      { ...step, step: 'a', at: at(1), is: 'enter' },
      { ...step, step: 'inner', at: at(2), is: 'call', depth: 1 },
    ],
  });
  assert.deepEqual(Object.keys(steps), ['a']);
});

test('a failed step says why, and a waiting run marks where it stands', () => {
  const failed = runOverlay({
    status: 'failed',
    endedAt: at(2),
    steps: [{ ...step, step: 'a', at: at(1), is: 'fail', says: 'No.' }],
  });
  assert.equal(failed.steps['a']?.visits[0]?.problem, 'No.');
  const waiting = runOverlay({
    status: 'waiting',
    endedAt: null,
    steps: [{ ...step, step: 'a', at: at(1), is: 'wait' }],
  });
  assert.equal(waiting.active, 'a');
});

test('a step that paused and went on was visited once', () => {
  const { steps } = runOverlay({
    status: 'done',
    endedAt: at(9),
    steps: [
      { ...step, step: 'a', at: at(1), is: 'ask' },
      { ...step, step: 'a', at: at(5), is: 'go', exit: 'next', set: { 'user.sum': 5 } },
    ],
  });
  assert.equal(steps['a']?.visited, 1);
  assert.equal(steps['a']?.visits[0]?.tookMs, 8000);
  assert.deepEqual(steps['a']?.exits, { next: 1 });
});

test('what a step did not fill in is told from the flow as it was walked', () => {
  const graph = {
    start: 'a',
    steps: [{ id: 'a', type: 'wait', settings: { amount: 5, unit: '{{user.unit}}' }, exits: {} }],
  };
  const walked = { ...step, step: 'a', at: at(1), is: 'wait', settings: { unit: 'days' } };
  const { steps } = runOverlay({ status: 'waiting', endedAt: null, steps: [walked] }, graph);
  assert.deepEqual(steps['a']?.visits[0]?.input, { amount: 5, unit: 'days' });
});
