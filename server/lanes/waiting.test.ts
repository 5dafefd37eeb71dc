// Runs that wait: for an answer from outside, for a time, for the contact; and what may pass them meanwhile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { uuidV7 } from '../database/uuid.ts';
import { serveHttp } from '../egress/loopback-server.ts';
import { claimUrl, findUrl } from '../urls/claim.ts';
import { testLanes, type TestLanes } from './test-lanes.ts';

const say = (id: string, text: string) => ({
  id,
  type: 'send-message',
  settings: { kind: 'text', text },
  exits: {},
});

/** Asks the place for the odd numbers, and answers each event by a message. */
function askingFor(place: string): FlowGraph {
  const isOdd = { match: 'all', clauses: [{ field: 'trigger.odd', operator: 'is_true' }] };
  return {
    start: 'odd',
    steps: [
      {
        id: 'odd',
        type: 'condition',
        settings: { branches: [{ label: 'Odd', condition: isOdd }] },
        exits: { 'branch-1': 'ask', otherwise: 'even' },
      },
      {
        id: 'ask',
        type: 'external-request',
        settings: { method: 'POST', url: `http://${place}/{{trigger.n}}`, tries: 1 },
        exits: { next: 'asked', failed: 'failed' },
      },
      say('asked', 'asked {{trigger.n}}'),
      say('failed', 'failed {{trigger.n}}'),
      say('even', 'even {{trigger.n}}'),
    ],
  };
}

const app = {
  fields: [
    { name: 'n', label: 'N', type: 'number' as const },
    { name: 'odd', label: 'Odd', type: 'boolean' as const },
  ],
  triggers: [
    {
      name: 'tick',
      label: 'Tick',
      items: [
        { name: 'n', label: 'N', field: 'n' },
        { name: 'odd', label: 'Odd', field: 'odd' },
      ],
    },
  ],
};

async function textsOf({ database }: TestLanes, contactId: string): Promise<unknown[]> {
  const rows = await database.platform
    .selectFrom('message')
    .select('content')
    .where('contact_id', '=', contactId)
    .orderBy('seq')
    .execute();
  return rows.map(({ content }) => (content.is === 'text' ? content.text : content.is));
}

test('while a run waits for an answer its contact waits in order, and other contacts do not wait', async (t) => {
  const mayAnswer = Promise.withResolvers<void>();
  const asked: string[] = [];
  await using other = await serveHttp(async (request, response) => {
    asked.push(request.url ?? '');
    await mayAnswer.promise;
    response.end('{}');
  });
  const lanes = await testLanes(t, { graph: askingFor(other.place), app, allowPrivate: [other.place] });
  const slow = await lanes.makeContact();
  const quick = await lanes.makeContact();
  await lanes.fire(slow.ns, { n: 1, odd: true });
  for (const n of [2, 4, 6]) await lanes.fire(slow.ns, { n, odd: false });
  await lanes.fire(quick.ns, { n: 8, odd: false });
  while ((await textsOf(lanes, quick.id)).length === 0 || asked.length === 0)
    await new Promise((resolve) => setTimeout(resolve, 10));
  assert.deepEqual(await textsOf(lanes, slow.id), []);
  mayAnswer.resolve();
  await lanes.settle();
  assert.deepEqual(await textsOf(lanes, slow.id), ['asked 1', 'even 2', 'even 4', 'even 6']);
});

test('many contacts with requests in flight: each contact sees its own order, each request is made once', async (t) => {
  const asked: string[] = [];
  await using other = await serveHttp((request, response) => {
    asked.push(request.url ?? '');
    setTimeout(() => response.end('{}'), Math.random() * 20);
  });
  const lanes = await testLanes(t, { graph: askingFor(other.place), app, allowPrivate: [other.place] });
  const contacts = await Promise.all(Array.from({ length: 8 }, () => lanes.makeContact()));
  await Promise.all(
    contacts.map(async ({ ns }, index) => {
      for (let n = 1; n <= 6; n++) await lanes.fire(ns, { n: index * 100 + n, odd: n % 2 === 1 });
    }),
  );
  await lanes.settle();
  for (const [index, { id }] of contacts.entries()) {
    const expected = [1, 2, 3, 4, 5, 6].map((n) => `${n % 2 === 1 ? 'asked' : 'even'} ${index * 100 + n}`);
    assert.deepEqual(await textsOf(lanes, id), expected);
  }
  assert.equal(asked.length, 8 * 3);
  assert.equal(new Set(asked).size, asked.length);
});

test('a request to a private place that nobody opened is not sent, and the flow leaves by "failed"', async (t) => {
  await using other = await serveHttp((_request, response) => response.end('{}'));
  const lanes = await testLanes(t, { graph: askingFor(other.place), app });
  const { id, ns } = await lanes.makeContact();
  await lanes.fire(ns, { n: 1, odd: true });
  await lanes.settle();
  assert.deepEqual(await textsOf(lanes, id), ['failed 1']);
});

test('a Wait goes on by itself, not early, and holds up no other event of the contact', async (t) => {
  const graph: FlowGraph = {
    start: 'wait',
    steps: [
      {
        id: 'wait',
        type: 'wait',
        settings: { amount: '{{trigger.n}}', unit: 'seconds' },
        exits: { next: 'say' },
      },
      say('say', 'after {{trigger.n}}'),
    ],
  };
  const lanes = await testLanes(t, { graph });
  const { id, ns } = await lanes.makeContact();
  const firedAt = Date.now();
  await lanes.fire(ns, { n: 1 });
  await lanes.fire(ns, { n: 0 });
  while ((await textsOf(lanes, id)).length < 1) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(await textsOf(lanes, id), ['after 0']);
  while ((await textsOf(lanes, id)).length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(Date.now() - firedAt >= 1000);
  assert.deepEqual(await textsOf(lanes, id), ['after 0', 'after 1']);
});

test('a question takes the next message of the contact as its answer, and the same message sent twice is one', async (t) => {
  const graph: FlowGraph = {
    start: 'ask',
    steps: [
      {
        id: 'ask',
        type: 'question',
        settings: { text: 'Your name?', answer: 'text', field: 'user.seen' },
        exits: { next: 'say' },
      },
      say('say', 'Hello {{user.seen}}'),
    ],
  };
  const lanes = await testLanes(t, { graph });
  const { id, ns } = await lanes.makeContact();
  await lanes.fire(ns, { n: 1 });
  await lanes.settle();
  const said = { workspaceId: lanes.workspaceId, contactId: id, key: 'k1', text: 'Ada', payload: null };
  await Promise.all([lanes.lanes.door.say(said), lanes.lanes.door.say(said)]);
  await lanes.lanes.door.say(said);
  await lanes.settle();
  assert.deepEqual(await textsOf(lanes, id), ['Your name?', 'Ada', 'Hello Ada']);
});

test('an arrival that an error of ours keeps from being worked off is kept aside, and the lane goes on', async (t) => {
  const lanes = await testLanes(t, { graph: { start: 'say', steps: [say('say', 'ok {{trigger.n}}')] } });
  const { id, ns } = await lanes.makeContact();
  // A row as no door of ours writes it: its event has no items.
  const broken = uuidV7();
  await lanes.database.pool.query(
    `insert into lane_log (shard, lane, workspace_id, id, kind, body, accepted_at)
     values ($1, $2, $3, $4, 'fire', '{"kind": "fire", "trigger": "tick"}', now())`,
    [Number.parseInt(id.slice(-2), 16) % 64, id, lanes.workspaceId, broken],
  );
  await lanes.fire(ns, { n: 2 });
  await lanes.settle();
  assert.deepEqual(await textsOf(lanes, id), ['ok 2']);
});

const backByUrl = {
  ...app,
  oneTimeUrls: [{ name: 'back', label: 'Back', mappings: [{ path: '$.n', field: 'n' }], flow: 'back' }],
  flows: [
    {
      name: 'back',
      label: 'Back',
      start: 'fire',
      steps: [{ id: 'fire', type: 'fire-trigger', settings: { trigger: 'tick' }, exits: {} }],
    },
  ],
};

async function makeUrl(
  { database, workspaceId, installId, botId }: TestLanes,
  contactId: string,
  token: string,
): Promise<void> {
  await database.pool.query(
    `insert into one_time_url (id, workspace_id, install_id, version_id, bot_id, contact_id, name, token_hash, app_values, created_at, expires_at)
     select $1, $2, i.id, i.version_id, $4, $5, 'back', sha256($6::bytea), '{"odd": true}', now(), now() + interval '1 minute'
       from install i where i.id = $3`,
    [uuidV7(), workspaceId, installId, botId, contactId, Buffer.from(token)],
  );
}

test('200 callers of one one-time URL: one takes it', async (t) => {
  const lanes = await testLanes(t, { graph: { start: null, steps: [] }, app: backByUrl });
  const { id } = await lanes.makeContact();
  await makeUrl(lanes, id, 'a-token-that-nobody-guesses');
  const found = await findUrl(lanes.database.pool, 'a-token-that-nobody-guesses');
  assert.ok(found !== null);
  const calls = Array.from({ length: 200 }, () => claimUrl(lanes.database.pool, found, 'POST', { n: 7 }));
  const taken = await Promise.all(calls);
  assert.equal(taken.filter(Boolean).length, 1);
  lanes.lanes.wake();
  await lanes.settle();
  const events = await lanes.database.platform
    .selectFrom('event')
    .select(['items', 'source', 'hops'])
    .execute();
  assert.deepEqual(events, [{ items: { n: 7, odd: true }, source: 'flow', hops: 1 }]);
});

test('a double of an event without a key is an event of its own', async (t) => {
  const lanes = await testLanes(t, { graph: { start: 'say', steps: [say('say', 'ok {{trigger.n}}')] } });
  const { id, ns } = await lanes.makeContact();
  const both = await Promise.all([lanes.fire(ns, { n: 1 }), lanes.fire(ns, { n: 1 })]);
  assert.ok(both.every((fired) => !(fired instanceof ProblemError) && fired.status === 'accepted'));
  await lanes.settle();
  assert.deepEqual(await textsOf(lanes, id), ['ok 1', 'ok 1']);
});
