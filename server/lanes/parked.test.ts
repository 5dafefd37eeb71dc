// What is parked of an event, run again: each subscription once, whatever else goes on in the lane, on real PostgreSQL.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test, type TestContext } from 'node:test';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { definitionsChanged } from '../database/definitions-changed.ts';
import { uuidV7 } from '../database/uuid.ts';
import { testLanes, type TestLanes } from './test-lanes.ts';

const saying: FlowGraph = {
  start: 'say',
  steps: [
    { id: 'say', type: 'send-message', settings: { kind: 'text', text: 'Tick {{trigger.n}}' }, exits: {} },
  ],
};

const never = '2999-01-01T00:00:00.000Z';

test('asked for twice at once, what is parked runs once', async (t) => {
  const shop = await testLanes(t, { graph: saying });
  const { contactId, eventId } = await parkOne(shop);
  await Promise.all([
    shop.lanes.door.runParked(shop.workspaceId, eventId),
    shop.lanes.door.runParked(shop.workspaceId, eventId),
  ]);
  await shop.settle();
  assert.equal(await countMessages(shop, contactId), 1);
});

test('when the first of two parked subscriptions waits for an answer, the second has its turn after it', async (t) => {
  const { url, host } = await answering(t);
  const asking: FlowGraph = {
    start: 'ask',
    steps: [
      { id: 'ask', type: 'external-request', settings: { method: 'GET', url }, exits: { next: 'say' } },
      ...saying.steps,
    ],
  };
  const shop = await testLanes(t, { graph: asking, allowPrivate: [host] });
  await subscribeAgain(shop);
  const { contactId, eventId } = await parkOne(shop);
  await shop.lanes.door.runParked(shop.workspaceId, eventId);
  await shop.settle();
  const event = await shop.database.platform
    .selectFrom('event')
    .selectAll()
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow();
  assert.deepEqual([event.state, event.decisions.map(({ result }) => result)], ['done', ['ran', 'ran']]);
  assert.equal(await countMessages(shop, contactId), 2);
  assert.deepEqual(await shop.database.platform.selectFrom('parked').selectAll().execute(), []);
});

test('what is parked of a subscription that was removed stays parked, and says so', async (t) => {
  const shop = await testLanes(t, { graph: saying });
  const { eventId } = await parkOne(shop);
  await shop.database.platform.deleteFrom('subscription').execute();
  await forgetDefinitions(shop);
  await shop.lanes.door.runParked(shop.workspaceId, eventId);
  await shop.settle();
  const parked = await shop.database.platform.selectFrom('parked').select('reason').execute();
  assert.deepEqual(parked, [{ reason: 'subscription-gone' }]);
});

/** An event for a contact for whom the bot was paused, and is not any more. */
async function parkOne(shop: TestLanes): Promise<{ contactId: string; eventId: string }> {
  const { id: contactId, ns } = await shop.makeContact({ pausedUntil: never });
  const fired = await shop.fire(ns, { n: 1 });
  assert.ok(!(fired instanceof ProblemError));
  await shop.settle();
  const change = { profile: {}, fields: {}, addTags: [], removeTags: [], pausedUntil: null };
  await shop.lanes.door.arriveAndSee(
    {
      id: uuidV7(),
      workspaceId: shop.workspaceId,
      lane: contactId,
      arrival: { kind: 'change', ...change },
    },
    5000,
  );
  return { contactId, eventId: fired.eventId };
}

async function subscribeAgain({ database, subscriptionId }: TestLanes): Promise<void> {
  const first = await database.platform
    .selectFrom('subscription')
    .selectAll()
    .where('id', '=', subscriptionId)
    .executeTakeFirstOrThrow();
  const { created_at: _now, filter: _none, mappings: _empty, ...same } = first;
  await database.platform
    .insertInto('subscription')
    .values({ ...same, id: uuidV7(), mappings: '[]' })
    .execute();
}

/** As whoever changes definitions does it. */
async function forgetDefinitions({ database, workspaceId }: TestLanes): Promise<void> {
  await database.inWorkspace(workspaceId, (tx) => definitionsChanged(tx, workspaceId));
}

async function countMessages({ database }: TestLanes, contactId: string): Promise<number> {
  const rows = await database.platform
    .selectFrom('message')
    .select('seq')
    .where('contact_id', '=', contactId)
    .execute();
  return rows.length;
}

async function answering(t: TestContext): Promise<{ url: string; host: string }> {
  const server = createServer((_request, response) => response.end('{}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return { url: `http://127.0.0.1:${address.port}/`, host: `127.0.0.1:${address.port}` };
}
