// Idempotency over real connections: one key is one event, however often and in whatever way it comes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { addKey } from '@bellwire/server/http/test-callers.ts';
import { seedLanes } from '@bellwire/server/lanes/test-lanes.ts';
import { forgetFireKeys } from '@bellwire/server/retention/forget-fire-keys.ts';
import { testFireSite } from './fire-site.ts';

const saying: FlowGraph = {
  start: 'say',
  steps: [
    { id: 'say', type: 'send-message', settings: { kind: 'text', text: 'Tick {{trigger.n}}' }, exits: {} },
  ],
};

/** The goal is 1,000 keys: `BELLWIRE_KEYS=1000 npm test -- idempotency` tries them, in two or three minutes on 2 cores. */
const KEYS = Number(process.env['BELLWIRE_KEYS'] ?? 20);
const timeout = 20_000 + KEYS * 300;

test(
  'a hundred identical requests at once have one effect for each key, after a restart too',
  { timeout },
  async (t) => {
    const site = await testFireSite(t, { graph: saying });
    const { ns } = await site.makeContact();
    for (let n = 0; n < KEYS; n++) {
      const event = { trigger: 'tick', contact: ns, items: { n } };
      const send = () => site.post('/api/events', event, { 'idempotency-key': `payment-${n}` });
      const answers = await Promise.all(Array.from({ length: 100 }, send));
      const fired = answers.map((answer) => answer.as('fireTrigger'));
      assert.equal(fired.filter(({ status }) => status === 'accepted').length, 1);
      assert.equal(fired.filter(({ status }) => status === 'duplicate').length, 99);
      assert.equal(new Set(fired.map(({ eventId }) => eventId)).size, 1);
    }
    await site.end();
    await site.startAgain();
    const event = { trigger: 'tick', contact: ns, items: { n: 0 } };
    const again = await site.post('/api/events', { ...event, idempotencyKey: 'payment-0' });
    assert.equal(again.as('fireTrigger').status, 'duplicate');
    const other = await site.post('/api/events', { ...event, items: { n: 9 }, idempotencyKey: 'payment-0' });
    assert.deepEqual([other.status, other.problem().code], [409, 'key-reused']);
    await site.settle();
    const said = await site.database.platform.selectFrom('message').select('content').execute();
    const texts = Array.from({ length: KEYS }, (_, n) => `Tick ${n}`);
    assert.deepEqual(
      said.map(({ content }) => (content.is === 'text' ? content.text : content.is)).toSorted(),
      texts.toSorted(),
    );
  },
);

test('the header and the field of the body are one key; where they differ, the request is refused', async (t) => {
  const site = await testFireSite(t, { graph: saying });
  const { ns } = await site.makeContact();
  const event = { trigger: 'tick', contact: ns, items: { n: 1 } };
  const first = await site.post('/api/events', event, { 'idempotency-key': '"AP-1"' });
  const same = await site.post(
    '/api/events',
    { ...event, idempotencyKey: 'AP-1' },
    { 'idempotency-key': 'AP-1' },
  );
  assert.equal(same.as('fireTrigger').eventId, first.as('fireTrigger').eventId);
  const two = await site.post(
    '/api/events',
    { ...event, idempotencyKey: 'AP-2' },
    { 'idempotency-key': 'AP-3' },
  );
  assert.equal(two.status, 422);
  assert.match(two.problem().complaints[0]?.says ?? '', /header Idempotency-Key is "AP-3".*body says "AP-2"/);
  for (const key of ['""', 'k'.repeat(256)]) {
    const answer = await site.post('/api/events', event, { 'idempotency-key': key });
    assert.match(answer.problem().complaints[0]?.says ?? '', /takes 1 to 255 characters/);
  }
});

test('the header names a whole batch: sent again, each of its events is a double of its own', async (t) => {
  const site = await testFireSite(t, { graph: saying });
  const { ns } = await site.makeContact();
  const events = [1, 2, 3].map((n) => ({ trigger: 'tick', contact: ns, items: { n } }));
  const send = async () => {
    const answer = await site.post('/api/events/batch', { events }, { 'idempotency-key': 'batch-7' });
    return answer
      .as('fireTriggers')
      .results.map((result) => (result.status === 'refused' ? result : result.eventId));
  };
  const first = await send();
  assert.equal(new Set(first).size, 3);
  assert.deepEqual(await send(), first);
});

test('the reference path takes the header, and its refusals name the places of its own shape', async (t) => {
  const site = await testFireSite(t, { graph: saying });
  const { ns } = await site.makeContact();
  const path = '/api/subscriber/app-trigger';
  const send = (n: unknown, trigger = 'tick') =>
    site.post(path, { user_ns: ns, trigger_name: trigger, context: { n } }, { 'idempotency-key': 'AP-1' });
  const first = (await send(1)).as('appTrigger');
  const again = (await send(1)).as('appTrigger');
  assert.deepEqual([again.event_id, again.result.status], [first.event_id, 'duplicate']);
  assert.equal((await send(2)).problem().code, 'key-reused');
  assert.deepEqual((await send('two')).problem().complaints[0]?.path, ['context', 'n']);
  assert.deepEqual((await send(1, 'tock')).problem().complaints[0]?.path, ['trigger_name']);
});

test('a hundred identical events for an unknown contact at once are one parked event', async (t) => {
  const site = await testFireSite(t, { graph: saying });
  const event = { trigger: 'tick', contact: 'f1u987', items: { n: 1 }, idempotencyKey: 'k' };
  const answers = await Promise.all(Array.from({ length: 100 }, () => site.post('/api/events', event)));
  const fired = answers.map((answer) => answer.as('fireTrigger'));
  assert.equal(fired.filter(({ status }) => status === 'parked').length, 1);
  const kept = await site.database.platform.selectFrom('event').select('id').execute();
  assert.deepEqual(
    [...new Set(fired.map(({ eventId }) => eventId))],
    kept.map(({ id }) => id),
  );
  assert.equal((await site.database.platform.selectFrom('parked').selectAll().execute()).length, 1);
});

test('two workspaces use one key without meeting', async (t) => {
  const site = await testFireSite(t, { graph: saying });
  const theirs = await seedLanes(site.database, { graph: saying });
  const { token } = await addKey(site.database, theirs.workspaceId, {
    scopes: ['triggers:fire'],
    installId: theirs.installId,
  });
  const { ns } = await site.makeContact();
  const event = { trigger: 'tick', contact: ns, items: { n: 1 }, idempotencyKey: 'AP-1' };
  const ours = await site.post('/api/events', event);
  const foreign = await site.post('/api/events', event, { authorization: `Bearer ${token}` });
  assert.equal(ours.as('fireTrigger').status, 'accepted');
  // There is no such contact in theirs, and so nothing to be told of ours.
  assert.equal(foreign.as('fireTrigger').status, 'parked');
});

test('a key is kept for thirty days, then it leaves', async (t) => {
  const site = await testFireSite(t, { graph: saying });
  const { ns } = await site.makeContact();
  const event = (key: string) => ({ trigger: 'tick', contact: ns, items: { n: 1 }, idempotencyKey: key });
  for (const key of ['old', 'young']) await site.post('/api/events', event(key));
  const ages = { old: '30 days 1 minute', young: '29 days 23 hours' };
  for (const [key, age] of Object.entries(ages))
    await site.database.pool.query('update fire_key set created_at = now() - $2::interval where key = $1', [
      key,
      age,
    ]);
  await forgetFireKeys({ pool: site.database.pool, signal: new AbortController().signal });
  assert.equal((await site.post('/api/events', event('young'))).as('fireTrigger').status, 'duplicate');
  assert.equal((await site.post('/api/events', event('old'))).as('fireTrigger').status, 'accepted');
});
