// The order of a lane: what may be worked off now, and what has to wait.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Arrival } from './arrival.ts';
import { planBatch } from './plan-batch.ts';
import type { LaneRow } from './work.ts';

const said: Arrival = { kind: 'said', text: 'hello', payload: null };
const answer: Arrival = {
  kind: 'answer',
  runId: 'r',
  turn: 1,
  answer: { is: 'failed', reason: 'timeout', says: '', ms: 1 },
};

function row(seq: number, lane: string, arrival: Arrival = said): LaneRow {
  return {
    seq,
    lane,
    shard: 0,
    workspaceId: 'w',
    id: `id${seq}`,
    acceptedAt: '2026-01-01T00:00:00.000Z',
    arrival,
    isHeld: false,
  };
}

const none = { waiting: new Set<string>(), held: new Set<string>() };

test('lanes in which nothing waits are worked off in the order of the log', () => {
  const plan = planBatch({ log: [row(1, 'a'), row(2, 'b'), row(3, 'a')], held: [], heldIsCut: false }, none);
  assert.deepEqual(
    plan.work.map(({ seq }) => seq),
    [1, 2, 3],
  );
  assert.equal(plan.hold.length, 0);
});

test('behind a run that waits for an answer everything of its lane is put aside, and nothing of other lanes', () => {
  const lanes = { waiting: new Set(['a']), held: new Set<string>() };
  const plan = planBatch({ log: [row(1, 'a'), row(2, 'b'), row(3, 'a')], held: [], heldIsCut: false }, lanes);
  assert.deepEqual(
    plan.work.map(({ seq }) => seq),
    [2],
  );
  assert.deepEqual(
    plan.hold.map(({ seq }) => seq),
    [1, 3],
  );
});

test('the answer a lane waits for passes what is put aside', () => {
  const lanes = { waiting: new Set(['a']), held: new Set(['a']) };
  const plan = planBatch({ log: [row(7, 'a'), row(8, 'a', answer)], held: [], heldIsCut: false }, lanes);
  assert.deepEqual(
    plan.work.map(({ seq }) => seq),
    [8],
  );
  assert.deepEqual(
    plan.hold.map(({ seq }) => seq),
    [7],
  );
});

test('in a lane that is free again, what was put aside goes before what has come since', () => {
  const lanes = { waiting: new Set<string>(), held: new Set(['a']) };
  const plan = planBatch(
    { log: [row(9, 'a'), row(10, 'b')], held: [row(3, 'a'), row(5, 'a')], heldIsCut: false },
    lanes,
  );
  assert.deepEqual(
    plan.work.map(({ seq }) => seq),
    [3, 5, 9, 10],
  );
});

test('when not all that was put aside has been read, newer arrivals of that lane wait', () => {
  const lanes = { waiting: new Set<string>(), held: new Set(['a']) };
  const plan = planBatch({ log: [row(9, 'a')], held: [row(3, 'a')], heldIsCut: true }, lanes);
  assert.deepEqual(
    plan.work.map(({ seq }) => seq),
    [3],
  );
  assert.deepEqual(
    plan.hold.map(({ seq }) => seq),
    [9],
  );
});

test('whatever is read, each row is planned once, and each lane is worked off from its oldest row on', () => {
  const lane = fc.constantFrom('a', 'b', 'c');
  fc.assert(
    fc.property(fc.array(lane), fc.array(lane), fc.boolean(), (heldLanes, logLanes, heldIsCut) => {
      const held = heldLanes.map((name, index) => row(index, name));
      const log = logLanes.map((name, index) => row(1000 + index, name));
      const plan = planBatch({ log, held, heldIsCut }, { waiting: new Set(['c']), held: new Set(heldLanes) });
      assert.equal(plan.work.length + plan.hold.length, held.length + log.length);
      for (const name of ['a', 'b']) {
        const seqs = plan.work.filter((each) => each.lane === name).map(({ seq }) => seq);
        assert.deepEqual(
          seqs,
          seqs.toSorted((x, y) => x - y),
        );
      }
    }),
  );
});
