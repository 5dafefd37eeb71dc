// Flows that fire the trigger that started them: stopped after a few hops, and by their number, with the chain that led there.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { readCauses, type Cause } from './cause-chain.ts';
import { testLanes } from './test-lanes.ts';

/** A subscription to `tick` whose flow has the app fire `tick` again, so many times each time. */
async function loopingLanes(t: TestContext, times: number) {
  const steps = Array.from({ length: times }, (_, index) => ({
    id: `fire${index}`,
    type: 'fire-trigger',
    settings: { trigger: 'tick' },
    exits: index + 1 < times ? { next: `fire${index + 1}` } : {},
  }));
  const at = await testLanes(t, {
    graph: { start: null, steps: [] },
    app: {
      actions: [
        {
          name: 'again',
          label: 'Again',
          flow: 'again',
          inputs: [{ name: 'n', type: 'number', title: 'N', saveTo: 'n' }],
        },
      ],
      flows: [{ name: 'again', label: 'Again', start: 'fire0', steps }],
    },
  });
  const graph = JSON.stringify(enteringAgain(at.installId));
  await at.database.platform.updateTable('flow_version').set({ graph }).execute();
  const { ns } = await at.makeContact();
  const fired = await at.fire(ns, { n: 1 });
  assert.ok(!(fired instanceof ProblemError));
  await at.settle();
  const events = await at.database.platform.selectFrom('event').selectAll().orderBy('hops').execute();
  return { ...at, first: fired.eventId, events };
}

function enteringAgain(installId: string): FlowGraph {
  const settings = { action: `${installId}/again`, inputs: [{ input: 'n', value: '{{trigger.n}}' }] };
  return { start: 'again', steps: [{ id: 'again', type: 'app-action', settings, exits: {} }] };
}

test('a flow that fires its own trigger is parked after five hops, and the stop names the chain', async (t) => {
  const { events, first, database, workspaceId } = await loopingLanes(t, 1);
  assert.deepEqual(
    events.map(({ hops, state }) => `${hops} ${state}`),
    ['0 done', '1 done', '2 done', '3 done', '4 done', '5 done', '6 parked'],
  );
  const last = events.at(-1);
  assert.match(
    last?.reason ?? '',
    /^6 fires led here \(tick → tick → tick → tick → tick → tick → tick\), at most 5 may\./,
  );
  const causes = await readCauses(
    async (text, values) => (await database.pool.query<Cause>(text, [...values])).rows,
    { workspaceId, causeRunId: last?.cause_run_id ?? '', urlId: null },
  );
  assert.deepEqual(
    causes.map(({ eventId }) => eventId),
    events.slice(0, -1).map(({ id }) => id),
  );
  assert.equal(causes[0]?.eventId, first);
  assert.equal(causes.at(-1)?.runId, last?.cause_run_id);
});

test('what a loop has parked runs when a person wishes so, and what it fires then is parked anew', async (t) => {
  const { events, lanes, workspaceId, database, settle } = await loopingLanes(t, 1);
  assert.equal(typeof (await lanes.door.runParked(workspaceId, events.at(-1)?.id ?? '')), 'string');
  await settle();
  const after = await database.platform
    .selectFrom('event')
    .select(['hops', 'state'])
    .orderBy('hops')
    .execute();
  assert.deepEqual(
    after.slice(-2).map(({ hops, state }) => `${hops} ${state}`),
    ['6 done', '7 parked'],
  );
});

test('a flow that fires twice each time is stopped by the number of its fires, and every one of them is kept', async (t) => {
  const { events } = await loopingLanes(t, 2);
  const byGate = events.map(({ decisions }) => decisions[0]?.gates.at(-1)?.gate);
  assert.equal(events.filter(({ state }) => state === 'done').length, 61);
  assert.ok(events.filter(({ state }) => state === 'parked').length >= 2);
  assert.ok(byGate.includes('rate-guard'));
  const stopped = events.find(({ decisions }) => decisions[0]?.gates.at(-1)?.gate === 'rate-guard');
  assert.match(
    stopped?.reason ?? '',
    /^Flows fired 61 times within a minute for this contact, at most 60 may\./,
  );
});
