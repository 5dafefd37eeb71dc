// Events that tell of one thing, such as a payment, on real lanes: dropped when late, gathered into one, and ending what still waits.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { AppInput } from '@bellwire/model/app.ts';
import type { Entity } from '@bellwire/model/entity.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { testLanes, type TestLanes } from './test-lanes.ts';

const telling: FlowGraph = {
  start: 'say',
  steps: [
    { id: 'say', type: 'send-message', settings: { kind: 'text', text: 'At {{trigger.n}}' }, exits: {} },
  ],
};

const waiting: FlowGraph = {
  start: 'wait',
  steps: [
    { id: 'wait', type: 'wait', settings: { amount: 1, unit: 'hours' }, exits: { next: 'say' } },
    ...telling.steps,
  ],
};

function paymentApp(entity: Partial<Entity>): Partial<AppInput> {
  return {
    fields: [
      { name: 'reference', label: 'Reference', type: 'text' },
      { name: 'n', label: 'N', type: 'number' },
    ],
    triggers: [
      {
        name: 'tick',
        label: 'Tick',
        items: [
          { name: 'reference', label: 'Reference', field: 'reference' },
          { name: 'n', label: 'N', field: 'n' },
        ],
        entity: { name: 'payment', key: 'reference', order: 'n', ...entity },
      },
    ],
  };
}

async function payments(t: TestContext, entity: Partial<Entity>, graph = telling) {
  const lanes = await testLanes(t, { graph, app: paymentApp(entity) });
  const contact = await lanes.makeContact();
  const fire = async (n: number, reference = 'AP-1', ns = contact.ns): Promise<string> => {
    const fired = await lanes.fire(ns, { reference, n });
    assert.ok(!(fired instanceof ProblemError), String(fired));
    return fired.eventId;
  };
  return { ...lanes, contact, fire, texts: (id = contact.id) => textsOf(lanes, id) };
}

async function textsOf({ database }: TestLanes, contactId: string): Promise<unknown[]> {
  const rows = await database.platform
    .selectFrom('message')
    .select('content')
    .where('contact_id', '=', contactId)
    .orderBy('seq')
    .execute();
  return rows.map(({ content }) => (content.is === 'text' ? content.text : content.is));
}

function readEvent({ database }: Pick<TestLanes, 'database'>, id: string) {
  return database.platform.selectFrom('event').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

async function makeDue({
  database,
  lanes,
  settle,
}: Pick<TestLanes, 'database' | 'lanes' | 'settle'>): Promise<void> {
  await database.platform
    .updateTable('timer')
    .set({ due_at: new Date(0).toISOString() })
    .execute();
  for (let waited = 0; waited < 5000; waited += 20) {
    lanes.wake();
    await new Promise((resolve) => setTimeout(resolve, 20));
    if ((await database.platform.selectFrom('timer').select('run_id').execute()).length === 0) break;
  }
  await settle();
}

test('newest wins: an event that is older than the newest of its payment is dropped, and its story names both', async (t) => {
  const at = await payments(t, { rule: 'newest-wins' });
  const newest = await at.fire(3);
  const late = await at.fire(2);
  const again = await at.fire(3);
  await at.fire(1, 'AP-2');
  await at.fire(4);
  await at.settle();
  assert.deepEqual(await at.texts(), ['At 3', 'At 1', 'At 4']);
  const dropped = await readEvent(at, late);
  assert.equal(dropped.state, 'filtered');
  assert.deepEqual(dropped.decisions[0]?.gates.at(-1), {
    gate: 'newest-wins',
    verdict: 'stop',
    facts: { entity: 'payment', key: 'AP-1', by: 'n', value: 2, newest: 3, newestEventId: newest },
  });
  assert.equal(
    (await readEvent(at, again)).reason,
    `It has n 3, as event ${newest} of payment "AP-1" had before it. It was dropped: each change needs its own n.`,
  );
});

test('what is newest is remembered for each contact', async (t) => {
  const at = await payments(t, { rule: 'newest-wins' });
  const other = await at.makeContact();
  await at.fire(5);
  await at.fire(4, 'AP-1', other.ns);
  await at.settle();
  assert.deepEqual([await at.texts(), await at.texts(other.id)], [['At 5'], ['At 4']]);
});

test('a worker that has not seen the newest event itself reads it from what was written', async (t) => {
  const at = await payments(t, { rule: 'newest-wins' });
  const other = await at.makeContact();
  await at.fire(5);
  await at.settle();
  // As another worker of the other contact's lane would have left it.
  await at.database.pool.query(
    `insert into entity (workspace_id, lane, install_id, name, key, newest, gathering, runs, seen_at)
     select workspace_id, $1, install_id, name, key, newest, gathering, runs, seen_at from entity`,
    [other.id],
  );
  await at.fire(4, 'AP-1', other.ns);
  await at.fire(6, 'AP-1', other.ns);
  await at.settle();
  assert.deepEqual(await at.texts(other.id), ['At 6']);
});

test('a key that is empty is refused with words that name the item', async (t) => {
  const at = await payments(t, { rule: 'newest-wins' });
  const refused = await at.fire(1, '').catch((error: unknown) => error);
  assert.match(String(refused), /The item "reference" tells which payment it is and is "";/);
});

test('coalesce: of the events that come within the window the last one runs, once, and the others name it', async (t) => {
  const at = await payments(t, { rule: 'coalesce', seconds: 60 });
  const [first, late, last] = [await at.fire(1), await at.fire(3), await at.fire(4)];
  const older = await at.fire(2);
  await at.settle();
  assert.deepEqual(await at.texts(), []);
  const waits = await readEvent(at, last);
  assert.equal(waits.state, 'waiting');
  assert.match(
    waits.reason ?? '',
    /^It waits until \S+ for more events of payment "AP-1"; the last of them runs\.$/,
  );
  await makeDue(at);
  assert.deepEqual(await at.texts(), ['At 4']);
  const done = await readEvent(at, last);
  assert.deepEqual([done.state, done.reason], ['done', null]);
  assert.equal(done.fired_at, waits.fired_at);
  const [one, two, old] = await Promise.all([first, late, older].map((id) => readEvent(at, id)));
  assert.match(one?.reason ?? '', new RegExp(`^Event ${late} of payment "AP-1" came soon after`));
  assert.match(two?.reason ?? '', new RegExp(`^Event ${last} of payment "AP-1" came soon after`));
  assert.equal(old?.decisions[0]?.gates.at(-1)?.gate, 'newest-wins');
  assert.deepEqual(
    [one, two, old].map((event) => event?.state),
    ['filtered', 'filtered', 'filtered'],
  );
});

test('coalesce: after its window the next event opens another, without an order item the last to come is the last', async (t) => {
  const { order: _order, ...unordered } = { ...paymentApp({}).triggers?.[0]?.entity };
  const at = await payments(t, { ...unordered, rule: 'coalesce', seconds: 60 });
  await at.fire(9);
  await at.settle();
  await makeDue(at);
  await at.fire(10);
  await at.fire(11);
  await at.settle();
  await makeDue(at);
  assert.deepEqual(await at.texts(), ['At 9', 'At 11']);
});

test('supersede: a newer event ends the run of the older one that still waits, and that run says by which', async (t) => {
  const at = await payments(t, { rule: 'supersede' }, waiting);
  const first = await at.fire(1);
  const other = await at.fire(1, 'AP-2');
  await at.settle();
  const newer = await at.fire(2);
  const older = await at.fire(0);
  await at.settle();
  const runs = await at.database.platform.selectFrom('run').selectAll().orderBy('id').execute();
  const statusOf = (eventId: string) => runs.find(({ event_id }) => event_id === eventId)?.status;
  assert.deepEqual([first, other, newer, older].map(statusOf), [
    'superseded',
    'waiting',
    'waiting',
    undefined,
  ]);
  const ended = runs.find(({ event_id }) => event_id === first);
  assert.equal(ended?.says, `Ended by event ${newer}, a newer one of payment "AP-1".`);
  assert.equal(ended.state, null);
  await makeDue(at);
  assert.deepEqual(new Set(await at.texts()), new Set(['At 1', 'At 2']));
});

test('supersede within one batch: of many events at once only the last leaves a run that waits', async (t) => {
  const at = await payments(t, { rule: 'supersede' }, waiting);
  await Promise.all(Array.from({ length: 20 }, (_, n) => at.fire(n)));
  await at.settle();
  const runs = await at.database.platform.selectFrom('run').select('status').execute();
  assert.equal(runs.filter(({ status }) => status === 'waiting').length, 1);
  await makeDue(at);
  assert.deepEqual(await at.texts(), ['At 19']);
});

test('a test event moves nothing: it is neither dropped nor does it count as seen', async (t) => {
  const at = await payments(t, { rule: 'newest-wins' });
  const test = (n: number) =>
    at.lanes.door.fireTest({
      workspaceId: at.workspaceId,
      installId: at.installId,
      contactId: at.contact.id,
      subscriptionId: at.subscriptionId,
      trigger: 'tick',
      items: { reference: 'AP-1', n },
      firedBy: 'the test',
    });
  await test(9);
  await at.fire(3);
  await test(1);
  await at.settle();
  assert.deepEqual(await at.texts(), ['At 9', 'At 3', 'At 1']);
});
