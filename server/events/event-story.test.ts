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
import { addAppRun, addMessage, addOrder, addUrl, at } from './rows-for-test.ts';

async function firingShop(t: TestContext) {
  const shop = await testShop(t, { lanes: 'real' });
  const { rooms, ours, install, contact } = shop;
  const byKey = rooms.withKey(ours, { installId: install.id, scopes: ['triggers:fire'] });
  const fire = (over: { contact?: string; amount?: number; idempotencyKey?: string } = {}) => {
    const { contact: ns = contact.ns, amount = 12.5, ...key } = over;
    return eventHandlers.fireTrigger(
      { trigger: 'payment_paid', contact: ns, items: { amount }, ...key },
      byKey,
    );
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
  const { ours, flow, contact, fire, settled, subscribe } = await firingShop(t);
  const subscription = await subscribe({ mappings: [{ item: 'amount', field: 'paid' }] });
  const fired = await fire();
  assert.deepEqual([fired.status, fired.listeners], ['accepted', 1]);
  const story = await settled(fired.eventId);
  assert.deepEqual(
    [story.state, story.triggerLabel, story.appLabel, story.contactNs, story.contactName],
    ['done', 'Payment paid', 'Acme Pay', contact.ns, 'Grace'],
  );
  assert.deepEqual(
    [story.source, story.firedBy, story.items],
    ['api', 'API key "server" (bw_key_3f…)', { amount: 12.5 }],
  );
  assert.ok(
    story.arrival.every((gate) => gate.verdict === 'pass' && gate.says !== '' && gate.label !== gate.gate),
  );
  const [decision] = story.decisions;
  assert.deepEqual(
    [decision?.subscriptionId, decision?.flowName, decision?.botName, decision?.result],
    [subscription.id, 'Thanks', 'Shop', 'ran'],
  );
  assert.ok(decision?.gates.every((gate) => gate.says !== '' && gate.mend === null));
  assert.equal(story.answer, '“Thanks” ran to its end.');
  assert.deepEqual(
    story.runs.map((run) => [run.id, run.flowId, run.flowName, run.status]),
    [[decision?.runId, flow.id, 'Thanks', 'done']],
  );
  assert.equal((await contactHandlers.getContact({ contactId: contact.id }, ours)).fields['paid'], 12.5);
});

test('a double is told in the story of the first', async (t) => {
  const { ours, fire, settled } = await firingShop(t);
  const { eventId } = await fire({ idempotencyKey: 'k1' });
  assert.deepEqual(await fire({ idempotencyKey: 'k1' }).then((fired) => [fired.status, fired.eventId]), [
    'duplicate',
    eventId,
  ]);
  await settled(eventId);
  const { doubles } = await eventHandlers.getEvent({ eventId }, ours);
  assert.match(doubles[0]?.says ?? '', /came again/);
  assert.equal(doubles.length, 1);
});

test('runs are found by their flow, and no other workspace sees an event or a run', async (t) => {
  const { ours, theirs, flow, fire, settled, subscribe } = await firingShop(t);
  await subscribe();
  const { eventId } = await fire();
  const [run] = (await settled(eventId)).runs;
  const runId = run?.id ?? '';
  assert.deepEqual(await eventHandlers.getRun({ runId }, ours), run);
  const { rows } = await eventHandlers.listRuns({ flowId: flow.id, limit: 5 }, ours);
  assert.deepEqual(
    rows.map((row) => [row.id, 'steps' in row]),
    [[runId, false]],
  );
  await refused(eventHandlers.getEvent({ eventId }, theirs), 'not-found');
  await refused(eventHandlers.getRun({ runId }, theirs), 'not-found');
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
  await rooms.database.platform
    .updateTable('contact')
    .set({ ns: 'f999u1' })
    .where('id', '=', contact.id)
    .execute();
  assert.match((await eventHandlers.runParked({ eventId }, ours)).says, /lane/);
  for (let waited = 0; (await settled(eventId)).state !== 'done'; waited += 20) {
    assert.ok(waited < 5000, 'it never ran');
    await pause(20);
  }
  await refused(eventHandlers.runParked({ eventId }, ours), 'conflict', /Nothing of this event is parked/);
});

test('a test event runs one subscription, even one that is off, for a contact of its bot', async (t) => {
  const { ours, theirs, bot, contact, settled, subscribe } = await firingShop(t);
  const [off, on] = [await subscribe({ enabled: false }), await subscribe()];
  const tryOut = (context = ours, contactId = contact.id) =>
    eventHandlers.testTrigger({ subscriptionId: off.id, contactId, items: { amount: 1 } }, context);
  const story = await settled((await tryOut()).eventId);
  assert.deepEqual([story.source, story.firedBy], ['test', 'A test by Ada']);
  assert.deepEqual(
    story.decisions.map((decision) => [decision.subscriptionId, decision.result]),
    [[off.id, 'ran']],
  );
  assert.ok(story.decisions.every((decision) => decision.subscriptionId !== on.id));

  const { rows } = await botHandlers.listSubscriptions({ botId: bot.id }, ours);
  assert.deepEqual(
    rows.map(({ counts }) => counts.done),
    [0, 0],
    'A test is not counted.',
  );
  await refused(tryOut(theirs), 'not-found');
  await refused(tryOut(ours, uuidV7()), 'not-found');
  const other = await botHandlers.createBot({ name: 'Other', greeting: '', timeZone: 'UTC' }, ours);
  const nobody = { name: null, email: null, phone: null, timeZone: null, fields: {} };
  const stranger = await contactHandlers.createContact({ botId: other.id, ...nobody }, ours);
  await refused(tryOut(ours, stranger.id), 'bad-input', /bot "Other"/, 'contactId');
  await refused(
    eventHandlers.testTrigger({ subscriptionId: off.id, contactId: contact.id, items: {} }, ours),
    'contract-mismatch',
  );
});

test('the story shows the messages, orders and steps that the event led to', async (t) => {
  const shop = await firingShop(t);
  await shop.subscribe();
  const { eventId } = await shop.fire();
  const runId = (await shop.settled(eventId)).runs[0]?.id ?? '';
  const says = 'The order N-1 is paid.';
  const step = {
    step: 's1',
    type: 'gone',
    depth: 0,
    at,
    is: 'go',
    exit: 'next',
    says,
    install: shop.install.id,
  };
  await shop.rooms.tenants.platform
    .updateTable('run')
    .set({ said: [1], history: JSON.stringify([step]) })
    .where('id', '=', runId)
    .execute();
  const [message, order] = [await addMessage(shop, runId), await addOrder(shop, 'N-1')];
  await addOrder(shop, 'M-2');

  const story = await eventHandlers.getEvent({ eventId }, shop.ours);
  const { install: _app, ...shown } = step;
  const names = { typeLabel: 'gone', icon: 'circle-help', appLabel: 'Acme Pay' };
  assert.deepEqual(story.runs[0]?.steps, [{ ...shown, ...names }]);
  assert.deepEqual(
    story.messages.map(({ id, seq }) => [id, seq]),
    [[message, 1]],
  );
  assert.deepEqual(
    story.orders.map(({ id }) => id),
    [order],
  );
});

test('the story goes back to the calls of the one-time URL, and to the run that fired', async (t) => {
  const shop = await firingShop(t);
  const { platform } = shop.rooms.tenants;
  const { eventId } = await shop.fire();
  await shop.settled(eventId);
  const { workspaceId } = shop.ours;
  const url = await addUrl(shop.rooms.tenants, { workspaceId, installId: shop.install.id });
  const call = { at, method: 'POST', verdict: 'taken', says: 'It was let in.' } as const;
  await platform
    .insertInto('one_time_url_call')
    .values({ ...call, workspace_id: workspaceId, url_id: url })
    .execute();
  const cause = await addAppRun(shop);
  const causes = { cause_run_id: cause, url_id: url };
  await platform.updateTable('event').set(causes).where('id', '=', eventId).execute();

  const story = await eventHandlers.getEvent({ eventId }, shop.ours);
  assert.deepEqual(story.urlCalls, [call]);
  assert.deepEqual(
    [story.causeRun?.id, story.causeRun?.flowName, story.causeRun?.says],
    [cause, 'Acme Pay: Pay', 'Waits for its time.'],
  );
});

test('the story names the events that led here, also by way of a one-time URL that an earlier run had made', async (t) => {
  const shop = await firingShop(t);
  const { platform } = shop.rooms.tenants;
  await shop.subscribe();
  const [first, then] = [await shop.fire(), await shop.fire()];
  await shop.settled(first.eventId);
  const story = await shop.settled(then.eventId);
  assert.deepEqual(story.causes, []);
  const { workspaceId } = shop.ours;
  const maker = (await eventHandlers.getEvent({ eventId: first.eventId }, shop.ours)).runs[0]?.id ?? '';
  const url = await addUrl(shop.rooms.tenants, { workspaceId, installId: shop.install.id });
  await platform.updateTable('one_time_url').set({ run_id: maker }).where('id', '=', url).execute();
  const causes = { cause_run_id: await addAppRun(shop), url_id: url };
  await platform.updateTable('event').set(causes).where('id', '=', then.eventId).execute();

  const { causes: told } = await eventHandlers.getEvent({ eventId: then.eventId }, shop.ours);
  assert.deepEqual(
    told.map(({ eventId, trigger, runId }) => [eventId, trigger, runId]),
    [[first.eventId, 'payment_paid', maker]],
  );
});

test('the story begins with why nothing ran, and names the place where it is mended', async (t) => {
  const { bot, fire, settled, subscribe } = await firingShop(t);
  await subscribe({ enabled: false });
  const story = await settled((await fire()).eventId);
  assert.match(story.answer, /^No flow ran\. “Thanks” was not asked: It is switched off\./);
  const stopped = story.decisions[0]?.gates.find(({ verdict }) => verdict === 'stop');
  assert.deepEqual(stopped?.mend, { label: 'Switch it on', at: 'subscription' });
  assert.deepEqual([story.botId, story.decisions[0]?.botId], [bot.id, bot.id]);
});
