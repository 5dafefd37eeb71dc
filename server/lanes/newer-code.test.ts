// What only newer code knows waits for it, in order, and holds up nobody else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { definitionsChannel } from '../database/definitions-changed.ts';
import { uuidV7 } from '../database/uuid.ts';
import { serveHttp } from '../egress/loopback-server.ts';
import { shardOf } from './shard.ts';
import { testLanes, type TestLanes } from './test-lanes.ts';

const say = (id: string, text: string) => ({
  id,
  type: 'send-message',
  settings: { kind: 'text', text },
  exits: {},
});

const isFirst = { match: 'all', clauses: [{ field: 'trigger.n', operator: 'is', value: 1 }] };

/** The first event asks a server, and then comes to a step that this code does not know. */
function graphWith(place: string, weigh: FlowGraph['steps'][number]): FlowGraph {
  return {
    start: 'first',
    steps: [
      {
        id: 'first',
        type: 'condition',
        settings: { branches: [{ label: 'First', condition: isFirst }] },
        exits: { 'branch-1': 'ask', otherwise: 'later' },
      },
      {
        id: 'ask',
        type: 'external-request',
        settings: { method: 'POST', url: `http://${place}/` },
        exits: { next: 'weigh', failed: 'later' },
      },
      weigh,
      say('later', 'later {{trigger.n}}'),
    ],
  };
}

test('a run that comes to a step of newer code waits there, before what came after it, until that code has the shard', async (t) => {
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  await using server = await serveHttp(async (_request, response) => {
    asked.resolve();
    await answer.promise;
    response.end('{}');
  });
  const { place } = server;
  const graph = graphWith(place, { id: 'weigh', type: 'weigh', settings: {}, exits: {} });
  const lanes = await testLanes(t, { graph, allowPrivate: [place] });
  const [one, other] = [await lanes.makeContact(), await lanes.makeContact()];
  await lanes.fire(one.ns, { n: 1 });
  await asked.promise;
  await lanes.fire(one.ns, { n: 2 });
  answer.resolve();
  await until(async () => (await heldOf(lanes, one.id)).includes('answer'));
  await lanes.fire(one.ns, { n: 3 });
  await lanes.fire(other.ns, { n: 4 });
  await until(async () => (await textsOf(lanes, other.id)).length === 1);
  await until(async () => (await heldOf(lanes, one.id)).length === 3);
  assert.deepEqual(await heldOf(lanes, one.id), ['answer', 'fire', 'fire']);
  assert.deepEqual(await textsOf(lanes, one.id), []);
  assert.equal(await countFailed(lanes), 0);

  const known = JSON.stringify(graphWith(place, say('weigh', 'weighed {{trigger.n}}')));
  await lanes.database.pool.query('update flow_version set graph = $1', [known]);
  await changeWorker(lanes);
  await lanes.settle();
  assert.deepEqual(await textsOf(lanes, one.id), ['weighed 1', 'later 2', 'later 3']);
});

test('an arrival of a kind that is not known waits with its lane, and is not failed', async (t) => {
  const lanes = await testLanes(t, { graph: { start: 'say', steps: [say('say', 'event {{trigger.n}}')] } });
  const { id, ns } = await lanes.makeContact();
  await lanes.database.pool.query(
    `insert into lane_log (shard, lane, workspace_id, id, kind, body, accepted_at)
     values ($1, $2, $3, $4, 'weighed', '{"kind": "weighed"}', now())`,
    [shardOf(id), id, lanes.workspaceId, uuidV7()],
  );
  await lanes.fire(ns, { n: 1 });
  await until(async () => (await heldOf(lanes, id)).length === 2);
  await changeWorker(lanes);
  await sleep(500);
  assert.deepEqual(await heldOf(lanes, id), ['weighed', 'fire']);
  assert.equal(await countFailed(lanes), 0);

  const known = '{"kind": "send", "sender": "bot", "content": {"is": "text", "text": "weighed"}}';
  await lanes.database.pool.query(`update lane_held set body = $1 where kind = 'weighed'`, [known]);
  await changeWorker(lanes);
  await lanes.settle();
  assert.deepEqual(await textsOf(lanes, id), ['weighed', 'event 1']);
});

/** Ends the session that holds the shards: the next one takes them over as another worker would. */
async function changeWorker({ database, workspaceId }: TestLanes): Promise<void> {
  await database.pool.query('select pg_notify($1, $2)', [definitionsChannel, workspaceId]);
  await database.pool.query(
    `select pg_terminate_backend(backend_pid) from server_process where backend_pid is not null`,
  );
}

async function heldOf({ database }: TestLanes, lane: string): Promise<string[]> {
  const rows = await database.platform
    .selectFrom('lane_held')
    .select('kind')
    .where('lane', '=', lane)
    .orderBy('seq')
    .execute();
  return rows.map(({ kind }) => kind);
}

async function countFailed({ database }: TestLanes): Promise<number> {
  const { rows } = await database.pool.query<{ failed: number }>(
    'select ((select count(*) from lane_failed) + (select count(*) from parked))::int as failed',
  );
  return rows[0]?.failed ?? -1;
}

async function textsOf({ database }: TestLanes, contactId: string): Promise<string[]> {
  const rows = await database.platform
    .selectFrom('message')
    .select('content')
    .where('contact_id', '=', contactId)
    .orderBy('seq')
    .execute();
  return rows.map(({ content }) => (content.is === 'text' ? content.text : content.is));
}

async function until(isReached: () => Promise<boolean>): Promise<void> {
  const patience = Date.now() + 10_000;
  while (!(await isReached())) {
    assert.ok(Date.now() < patience, 'It did not come to that within ten seconds.');
    await sleep(20);
  }
}
