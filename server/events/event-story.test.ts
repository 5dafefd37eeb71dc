// Tests of what can be seen of an event afterwards, with real lanes having worked it off.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { contactHandlers } from '../contacts/handlers.ts';
import { botHandlers } from '../bots/handlers.ts';
import { testShop } from '../bots/shop-for-test.ts';
import { uuidV7 } from '../database/uuid.ts';
import { refused } from '../http/refused.ts';
import { eventHandlers } from './handlers.ts';

async function firingShop(t: TestContext) {
  const shop = await testShop(t, { lanes: 'real' });
  const { rooms, ours, install, contact } = shop;
  const byKey = rooms.withKey(ours, { installId: install.id, scopes: ['triggers:fire'] });
  const fire = (over: { contact?: string; amount?: number; idempotencyKey?: string } = {}) => {
    const { contact: ns = contact.ns, amount = 12.5, ...key } = over;
    return eventHandlers.fireTrigger({ trigger: 'payment_paid', contact: ns, items: { amount }, ...key }, byKey);
  };
  const settled = async (eventId: string) => {
    for (let waited = 0; waited < 5000; waited += 20) {
      const story = await eventHandlers.getEvent({ eventId }, ours);
      if (story.state !== 'waiting') return story;
      await pause(20);
    }
    return assert.fail('The event was never worked off.');
  };
  return { ...shop, fire, settled };
}

test('the story of an event tells who fired it, each gate in words, the run, and what became of the contact', async (t) => {
  const { ours, theirs, flow, contact, fire, settled, subscribe } = await firingShop(t);
  const subscription = await subscribe({ mappings: [{ item: 'amount', field: 'paid' }] });
  const fired = await fire({ idempotencyKey: 'k1' });
  assert.deepEqual([fired.status, fired.listeners], ['accepted', 1]);
  const story = await settled(fired.eventId);
  assert.equal((await fire({ idempotencyKey: 'k1' })).status, 'duplicate');

  assert.deepEqual([story.state, story.triggerLabel, story.appLabel, story.contactNs, story.contactName], ['done', 'Payment paid', 'Acme Pay', contact.ns, 'Grace']);
  assert.deepEqual([story.source, story.firedBy, story.items], ['api', 'API key "server" (bw_key_3f…)', { amount: 12.5 }]);
  assert.ok(story.arrival.every((gate) => gate.verdict === 'pass' && gate.says !== '' && gate.label !== gate.gate));
  const [decision] = story.decisions;
  assert.deepEqual([decision?.subscriptionId, decision?.flowName, decision?.botName, decision?.result], [subscription.id, 'Thanks', 'Shop', 'ran']);
  assert.ok(decision?.gates.every((gate) => gate.says !== ''));
  assert.deepEqual(story.runs.map((run) => [run.id, run.flowId, run.flowName, run.status]), [[decision?.runId, flow.id, 'Thanks', 'done']]);
  assert.equal((await contactHandlers.getContact({ contactId: contact.id }, ours)).fields['paid'], 12.5);
  const { doubles } = await eventHandlers.getEvent({ eventId: fired.eventId }, ours);
  assert.match(doubles[0]?.says ?? '', /came again/);

  assert.deepEqual(await eventHandlers.getRun({ runId: decision?.runId ?? '' }, ours), story.runs[0]);
  const { rows } = await eventHandlers.listRuns({ flowId: flow.id, limit: 5 }, ours);
  assert.deepEqual(rows.map((run) => [run.id, 'steps' in run]), [[decision?.runId, false]]);
  await refused(eventHandlers.getEvent({ eventId: fired.eventId }, theirs), 'not-found');
  await refused(eventHandlers.getRun({ runId: decision?.runId ?? '' }, theirs), 'not-found');
  assert.deepEqual((await eventHandlers.listRuns({ limit: 5 }, theirs)).rows, []);
});

test('an event for an unknown contact is parked, and runs once the contact is there', async (t) => {
  const { rooms, ours, theirs, contact, fire, settled, subscribe } = await firingShop(t);
  await subscribe();
  const fired = await fire({ contact: 'f999u1' });
  assert.equal(fired.status, 'parked');
  const { eventId } = fired;
  await refused(eventHandlers.runParked({ eventId }, ours), 'conflict', /still no contact "f999u1"/);
  await refused(eventHandlers.runParked({ eventId }, theirs), 'conflict');
  await rooms.database.platform.updateTable('contact').set({ ns: 'f999u1' }).where('id', '=', contact.id).execute();
  assert.match((await eventHandlers.runParked({ eventId }, ours)).says, /lane/);
  for (let waited = 0; (await settled(eventId)).state !== 'done'; waited += 20) {
    assert.ok(waited < 5000, 'it never ran');
    await pause(20);
  }
  await refused(eventHandlers.runParked({ eventId }, ours), 'conflict', /Nothing of this event is parked/);
});

test('a test event runs one subscription, even one that is off, for a contact of its bot', async (t) => {
  const { ours, theirs, contact, settled, subscribe } = await firingShop(t);
  const [off, on] = [await subscribe({ enabled: false }), await subscribe()];
  const tryOut = (context = ours, contactId = contact.id) =>
    eventHandlers.testTrigger({ subscriptionId: off.id, contactId, items: { amount: 1 } }, context);
  const story = await settled((await tryOut()).eventId);
  assert.deepEqual([story.source, story.firedBy], ['test', 'A test by Ada']);
  assert.deepEqual(story.decisions.map((decision) => [decision.subscriptionId, decision.result]), [[off.id, 'ran']]);
  assert.ok(story.decisions.every((decision) => decision.subscriptionId !== on.id));

  await refused(tryOut(theirs), 'not-found');
  await refused(tryOut(ours, uuidV7()), 'not-found');
  const other = await botHandlers.createBot({ name: 'Other', greeting: '', timeZone: 'UTC' }, ours);
  const nobody = { name: null, email: null, phone: null, timeZone: null, fields: {} };
  const stranger = await contactHandlers.createContact({ botId: other.id, ...nobody }, ours);
  await refused(tryOut(ours, stranger.id), 'bad-input', /bot "Other"/, 'contactId');
  await refused(eventHandlers.testTrigger({ subscriptionId: off.id, contactId: contact.id, items: {} }, ours), 'contract-mismatch');
});

test('the story shows the messages, orders, steps and one-time URL calls that the event led to, and the run it came from', async (t) => {
  const { rooms, ours, install, contact, bot, flow, fire, settled, subscribe } = await firingShop(t);
  await subscribe();
  const { eventId } = await fire();
  const runId = (await settled(eventId)).runs[0]?.id ?? '';
  const { platform } = rooms.database;
  const [message, touched, other, cause, url] = [uuidV7(), uuidV7(), uuidV7(), uuidV7(), uuidV7()];
  const at = '2026-01-01T00:00:00.000Z';
  const inBot = { workspace_id: ours.workspaceId, bot_id: bot.id, contact_id: contact.id };
  const step = { step: 's1', type: 'order', depth: 0, at, is: 'go', exit: 'next', says: 'The order N-1 is paid.', install: install.id };
  await platform.updateTable('run').set({ said: [1], history: JSON.stringify([step]) }).where('id', '=', runId).execute();
  await platform
    .insertInto('run')
    .values({ ...inBot, id: cause, flow_id: null, status: 'waiting', said: [], history: '[]', started_at: at, hops: 0, turn: 1, state: JSON.stringify({ frames: [{ flow: { is: 'app', installId: install.id, versionId: uuidV7(), flow: 'pay' }, at: null, values: {}, action: null }], waiting: { is: 'time', until: at }, steps: 1 }) })
    .execute();
  await platform.updateTable('event').set({ cause_run_id: cause, url_id: url }).where('id', '=', eventId).execute();
  await platform
    .insertInto('message')
    .values({ workspace_id: ours.workspaceId, contact_id: contact.id, seq: 1, id: message, sender: 'bot', content: JSON.stringify({ is: 'text', text: 'Thanks' }), run_id: runId, sent_at: at })
    .execute();
  const order = { ...inBot, status: 'paid' as const, currency: 'EUR', items: '[]', total: 1, created_at: at };
  await platform.insertInto('customer_order').values([{ ...order, id: touched, number: 'N-1' }, { ...order, id: other, number: 'M-2' }]).execute();
  const { version_id } = await platform.selectFrom('install').select('version_id').executeTakeFirstOrThrow();
  await platform
    .insertInto('one_time_url')
    .values({ workspace_id: ours.workspaceId, id: url, install_id: install.id, version_id, name: 'paid', token_hash: Buffer.from('x'), app_values: '{}', hops: 0, created_at: at, expires_at: at })
    .execute();
  await platform.insertInto('one_time_url_call').values({ workspace_id: ours.workspaceId, url_id: url, at, method: 'POST', verdict: 'taken', says: 'It was let in.' }).execute();

  const story = await eventHandlers.getEvent({ eventId }, ours);
  assert.deepEqual(story.messages.map(({ id, seq }) => [id, seq]), [[message, 1]]);
  assert.deepEqual(story.orders.map(({ id }) => id), [touched]);
  assert.deepEqual(story.urlCalls, [{ at, method: 'POST', verdict: 'taken', says: 'It was let in.' }]);
  assert.deepEqual(story.runs[0]?.steps.map(({ step: id, appLabel, says }) => [id, appLabel, says]), [['s1', 'Acme Pay', 'The order N-1 is paid.']]);
  assert.deepEqual([story.causeRun?.id, story.causeRun?.flowName, story.causeRun?.says], [cause, 'Acme Pay: Pay', 'Waits for its time.']);
  assert.equal(story.runs[0]?.flowId, flow.id);
});
