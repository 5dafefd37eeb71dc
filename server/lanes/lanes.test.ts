// The life of an event, from the door to what it leaves behind, on real PostgreSQL.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test, type TestContext } from 'node:test';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { TestDatabase } from '../database/test-database.ts';
import { testLanes } from './test-lanes.ts';

const answering: FlowGraph = {
  start: 'keep',
  steps: [
    {
      id: 'keep',
      type: 'set-field',
      settings: { changes: [{ field: 'user.last', operation: 'set', value: '{{trigger.n}}' }] },
      exits: { next: 'say' },
    },
    { id: 'say', type: 'send-message', settings: { kind: 'text', text: 'Tick {{trigger.n}}' }, exits: {} },
  ],
};

test('an accepted event runs the flow of its subscription once and leaves its story', async (t) => {
  const { fire, settle, makeContact, database } = await testLanes(t, { graph: answering });
  const { id, ns } = await makeContact();
  const fired = await fire(ns, { n: 7 });
  assert.ok(!(fired instanceof ProblemError));
  assert.deepEqual(
    { status: fired.status, listeners: fired.listeners },
    { status: 'accepted', listeners: 1 },
  );
  await settle();
  const event = await readEvent(database, fired.eventId);
  assert.equal(event.state, 'done');
  assert.equal(event.decisions.length, 1);
  assert.equal(event.decisions[0]?.result, 'ran');
  const messages = await readMessages(database, id);
  assert.deepEqual(
    messages.map(({ seq, content }) => ({ seq, content })),
    [{ seq: 1, content: { is: 'text', text: 'Tick 7' } }],
  );
  const contact = await readContact(database, id);
  assert.equal(contact.fields['last'], 7);
  const run = await database.platform
    .selectFrom('run')
    .selectAll()
    .where('event_id', '=', fired.eventId)
    .executeTakeFirstOrThrow();
  assert.equal(run.status, 'done');
  assert.deepEqual(run.said, [1]);
  assert.deepEqual(
    run.history.map(({ type }) => type),
    ['set-field', 'send-message'],
  );
});

test('events of one contact are worked off in the order in which they were accepted', async (t) => {
  const { fire, settle, makeContact, database } = await testLanes(t, { graph: answering });
  const { id, ns } = await makeContact();
  for (let n = 1; n <= 30; n++) await fire(ns, { n });
  await settle();
  const messages = await readMessages(database, id);
  assert.deepEqual(
    messages.map(({ content }) => content),
    Array.from({ length: 30 }, (_, index) => ({ is: 'text', text: `Tick ${index + 1}` })),
  );
});

test('a hundred requests at once with one idempotency key are one event; the same key with another body is refused', async (t) => {
  const { fire, settle, makeContact, database } = await testLanes(t, { graph: answering });
  const { id, ns } = await makeContact();
  const answers = await Promise.all(Array.from({ length: 100 }, () => fire(ns, { n: 1 }, 'key-1')));
  const statuses = answers.map((answer) => (answer instanceof ProblemError ? answer.code : answer.status));
  assert.equal(statuses.filter((status) => status === 'accepted').length, 1);
  assert.equal(statuses.filter((status) => status === 'duplicate').length, 99);
  const other = await fire(ns, { n: 2 }, 'key-1');
  assert.ok(other instanceof ProblemError);
  assert.equal(other.code, 'key-reused');
  await settle();
  assert.equal((await readMessages(database, id)).length, 1);
  assert.equal((await database.platform.selectFrom('event_double').selectAll().execute()).length, 100);
});

test('an item that the contract no longer has maps to its fallback, or empties its field, and one that came later harms nobody', async (t) => {
  const later = { name: 'more', label: 'More', field: 'n', required: false };
  const { fire, settle, makeContact, database } = await testLanes(t, {
    graph: { start: null, steps: [] },
    app: {
      triggers: [{ name: 'tick', label: 'Tick', items: [{ name: 'n', label: 'N', field: 'n' }, later] }],
    },
    mappings: [
      { item: 'gone', field: 'last' },
      { item: 'gone', field: 'seen', fallback: 'unknown' },
    ],
  });
  const { id, ns } = await makeContact();
  const fields = JSON.stringify({ last: 7, seen: 'before' });
  await database.platform.updateTable('contact').set({ fields }).where('id', '=', id).execute();
  assert.ok(!((await fire(ns, { n: 1 })) instanceof ProblemError));
  await settle();
  assert.deepEqual((await readContact(database, id)).fields, { last: null, seen: 'unknown' });
});

test('an item of the wrong type is refused with words that name it, and the refusal has a line in the story', async (t) => {
  const { fire, makeContact, database } = await testLanes(t, { graph: answering });
  const { ns } = await makeContact();
  const problem = await fire(ns, { n: 'seven' });
  assert.ok(problem instanceof ProblemError);
  assert.equal(problem.code, 'contract-mismatch');
  assert.deepEqual(problem.complaints[0]?.path, ['items', 'n']);
  const [event] = await database.platform.selectFrom('event').selectAll().execute();
  assert.equal(event?.state, 'refused');
  assert.equal(event.arrival.at(-1)?.gate, 'contract');
});

test('an event for an unknown contact is kept, and runs by the button once the contact is there', async (t) => {
  const { fire, settle, database, lanes, workspaceId, botId } = await testLanes(t, { graph: answering });
  const parked = await fire('f1u987654', { n: 1 });
  assert.ok(!(parked instanceof ProblemError));
  assert.equal(parked.status, 'parked');
  assert.ok((await lanes.door.runParked(workspaceId, parked.eventId)) instanceof ProblemError);
  const id = '019a0000-0000-7000-8000-00000000aaaa';
  await database.platform
    .insertInto('contact')
    .values({ id, workspace_id: workspaceId, bot_id: botId, ns: 'f1u987654', fields: '{}' })
    .execute();
  assert.equal(typeof (await lanes.door.runParked(workspaceId, parked.eventId)), 'string');
  await settle();
  const event = await readEvent(database, parked.eventId);
  assert.equal(event.state, 'done');
  assert.equal((await readMessages(database, id)).length, 1);
});

test('for a paused contact the items are mapped, the flow is parked, and runs by the button after the bot is resumed', async (t) => {
  const { fire, settle, makeContact, database, lanes, workspaceId } = await testLanes(t, {
    graph: answering,
    mappings: [{ item: 'n', field: 'last' }],
  });
  const { id, ns } = await makeContact({ pausedUntil: '2999-01-01T00:00:00.000Z' });
  const fired = await fire(ns, { n: 5 });
  assert.ok(!(fired instanceof ProblemError));
  await settle();
  const parked = await readEvent(database, fired.eventId);
  assert.equal(parked.state, 'parked');
  assert.match(parked.reason ?? '', /paused/);
  assert.equal((await readContact(database, id)).fields['last'], 5);
  await lanes.door.arriveAndSee(
    {
      id: '019a0000-0000-7000-8000-00000000bbbb',
      workspaceId,
      lane: id,
      arrival: { kind: 'change', profile: {}, fields: {}, addTags: [], removeTags: [], pausedUntil: null },
    },
    5000,
  );
  assert.equal(typeof (await lanes.door.runParked(workspaceId, fired.eventId)), 'string');
  await settle();
  const done = await readEvent(database, fired.eventId);
  assert.equal(done.state, 'done');
  assert.equal((await database.platform.selectFrom('parked').selectAll().execute()).length, 0);
  assert.equal((await readMessages(database, id)).length, 1);
});

test('what a filter keeps out is told with the facts, and nothing runs', async (t) => {
  const { fire, settle, makeContact, database } = await testLanes(t, {
    graph: answering,
    filter: { match: 'all', clauses: [{ field: 'trigger.n', operator: 'greater', value: 10 }] },
  });
  const { ns } = await makeContact();
  const fired = await fire(ns, { n: 5 });
  assert.ok(!(fired instanceof ProblemError));
  await settle();
  const event = await readEvent(database, fired.eventId);
  assert.equal(event.state, 'filtered');
  assert.match(event.reason ?? '', /trigger.n was 5/);
  assert.equal((await database.platform.selectFrom('run').selectAll().execute()).length, 0);
});

test('with the only subscription switched off the event is kept as unheard, and its story says why', async (t) => {
  const { fire, settle, makeContact, database } = await testLanes(t, { graph: answering, enabled: false });
  const { ns } = await makeContact();
  const fired = await fire(ns, { n: 5 });
  assert.ok(!(fired instanceof ProblemError));
  assert.equal(fired.listeners, 0);
  await settle();
  const event = await readEvent(database, fired.eventId);
  assert.equal(event.state, 'unheard');
  assert.match(event.reason ?? '', /switched off/);
});

test('an answer that cannot be worked off is kept aside, and what waited behind it goes on', async (t) => {
  const hanging = await hangingServer(t);
  const { fire, settle, makeContact, database } = await testLanes(t, {
    graph: asking(hanging.url),
    allowPrivate: [hanging.host],
  });
  const { id, ns } = await makeContact();
  await fire(ns, { n: 1 });
  await hanging.asked;
  await fire(ns, { n: 0 });
  // As an error of ours would leave it: an answer without an answer in it.
  await database.pool.query(
    `with answered as (delete from outgoing_call returning shard, lane, workspace_id, run_id, turn)
     insert into lane_log (shard, lane, workspace_id, id, kind, body, accepted_at)
     select shard, lane, workspace_id, gen_random_uuid(), 'answer', jsonb_build_object('kind', 'answer', 'runId', run_id, 'turn', turn), now() from answered`,
  );
  await settle();
  const said = await readMessages(database, id);
  assert.deepEqual(
    said.map(({ content }) => content),
    [{ is: 'text', text: 'Tick 0' }],
  );
  const aside = await database.platform.selectFrom('lane_failed').select('kind').execute();
  assert.deepEqual(aside, [{ kind: 'answer' }]);
});

function readEvent({ platform }: TestDatabase, id: string) {
  return platform.selectFrom('event').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

function readContact({ platform }: TestDatabase, id: string) {
  return platform.selectFrom('contact').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

function readMessages({ platform }: TestDatabase, contactId: string) {
  return platform
    .selectFrom('message')
    .selectAll()
    .where('contact_id', '=', contactId)
    .orderBy('seq')
    .execute();
}

/** Asks the server at `url` for each tick but the zeroth. */
function asking(url: string): FlowGraph {
  const first = { match: 'all', clauses: [{ field: 'trigger.n', operator: 'greater', value: 0 }] };
  return {
    start: 'which',
    steps: [
      {
        id: 'which',
        type: 'condition',
        settings: { branches: [{ label: 'Asks', condition: first }] },
        exits: { 'branch-1': 'ask', otherwise: 'say' },
      },
      { id: 'ask', type: 'external-request', settings: { method: 'GET', url }, exits: { next: 'say' } },
      { id: 'say', type: 'send-message', settings: { kind: 'text', text: 'Tick {{trigger.n}}' }, exits: {} },
    ],
  };
}

/** Takes requests and never answers; `asked` resolves at the first. */
async function hangingServer(t: TestContext): Promise<{ url: string; host: string; asked: Promise<void> }> {
  const asked = Promise.withResolvers<void>();
  const server = createServer(() => asked.resolve());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  const host = `127.0.0.1:${address.port}`;
  return { url: `http://${host}/`, host, asked: asked.promise };
}
