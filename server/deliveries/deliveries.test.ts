// Tests of what a developer sees of an app's events, and above all of what a developer does not see.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import type { Json } from '@bellwire/model/json.ts';
import { install, publish } from '../apps/publish-for-test.ts';
import { payApp } from '../apps/pay-app.ts';
import { botHandlers } from '../bots/handlers.ts';
import { contactHandlers } from '../contacts/handlers.ts';
import { uuidSource, uuidV7 } from '../database/uuid.ts';
import { eventHandlers } from '../events/handlers.ts';
import { addSettled } from '../events/rows-for-test.ts';
import type { Context } from '../http/handler.ts';
import { refused } from '../http/refused.ts';
import { testRooms } from '../http/test-rooms.ts';
import { deliveryHandlers } from './handlers.ts';
import { opaqueName } from './opaque-name.ts';

/** A developer's app, installed at home and in a shop of somebody else, whose every word is marked. */
async function soldApp(t: TestContext) {
  const rooms = await testRooms(t, { lanes: 'real' });
  const [developer, owner] = [await rooms.workspace('Developer'), await rooms.workspace('CANARY workspace')];
  const app = payApp();
  const { id: appId } = await publish(developer, app, 'public');
  const home = await install(developer, appId, app);
  const shop = await install(owner, appId, app, 'CANARY install');
  const { bot, contact, subscription, ids } = await markedShop(owner, shop.install.id);
  const byKey = rooms.withKey(owner, { installId: shop.install.id, scopes: ['triggers:fire'] });
  return {
    rooms,
    developer,
    owner,
    app,
    appId,
    home,
    shop,
    bot,
    contact,
    subscription,
    fire: (amount: Json) =>
      eventHandlers.fireTrigger(
        {
          trigger: 'payment_paid',
          contact: contact.ns,
          items: { amount },
        },
        byKey,
      ),
    settled: (outcome: string) => settled(developer, appId, outcome),
    secrets: [owner.workspaceId, shop.install.id, contact.ns, ...ids],
  };
}

async function markedShop(owner: Context, installId: string) {
  const bot = await botHandlers.createBot({ name: 'CANARY bot', greeting: 'CANARY', timeZone: 'UTC' }, owner);
  const flow = await botHandlers.createFlow({ botId: bot.id, name: 'CANARY flow', keywords: [] }, owner);
  const person = { name: 'CANARY', email: 'canary@example.com', phone: null, timeZone: null, fields: {} };
  const contact = await contactHandlers.createContact({ botId: bot.id, ...person }, owner);
  const clause = { field: 'trigger.amount', operator: 'greater', value: '987654' };
  const listening = { botId: bot.id, installId, trigger: 'payment_paid', flowId: flow.id, enabled: true };
  const subscription = await botHandlers.createSubscription(
    { ...listening, filter: { match: 'all', clauses: [clause] }, note: 'CANARY note', mappings: [] },
    owner,
  );
  return { bot, contact, subscription, ids: [bot.id, flow.id, contact.id, subscription.id] };
}

async function settled(developer: Context, appId: string, outcome: string) {
  for (let waited = 0; waited < 5_000; waited += 50) {
    const { rows } = await deliveryHandlers.listDeliveries({ appId, limit: 50 }, developer);
    if (rows.some((row) => row.outcome === outcome)) return rows;
    await pause(50);
  }
  return assert.fail(`No event became ${outcome}.`);
}

test('of another workspace the developer sees outcomes and classes of reason, and not one byte more', async (t) => {
  const sold = await soldApp(t);
  const { developer, appId, shop, fire, settled, secrets, owner, subscription } = sold;
  await fire(5);
  await settled('filtered');
  await botHandlers.updateSubscription({ subscriptionId: subscription.id, filter: null }, owner);
  await fire(43_210);
  await settled('parked');
  await botHandlers.updateSubscription({ subscriptionId: subscription.id, enabled: false }, owner);
  await fire(43_211);
  await settled('unheard');
  await fire('CANARY item').catch(() => undefined);
  const rows = await settled('refused');
  const told = await Promise.all([
    deliveryHandlers.listDeliveries({ appId, limit: 50 }, developer),
    deliveryHandlers.countDeliveries({ appId, days: 7 }, developer),
    deliveryHandlers.getAppUse({ appId }, developer),
  ]);
  const text = JSON.stringify(told);
  for (const secret of ['CANARY', 'canary', '43210', '43211', '987654', ...secrets])
    assert.ok(!text.includes(secret), `"${secret}" got out: ${text}`);
  assert.deepEqual(
    rows.map(({ outcome, reason, installName, isOwn }) => [outcome, reason, installName, isOwn]),
    [
      ['refused', 'contract-mismatch'],
      ['unheard', 'subscription-on'],
      ['parked', 'flow-published'],
      ['filtered', 'filter'],
    ].map((each) => [...each, opaqueName(shop.install.id), false]),
  );
  assert.ok(rows.every(({ says }) => says !== null && says !== ''));
});

test('only the workspace of the app sees its deliveries', async (t) => {
  const { owner, appId } = await soldApp(t);
  await refused(deliveryHandlers.listDeliveries({ appId, limit: 5 }, owner), 'not-found');
  await refused(deliveryHandlers.countDeliveries({ appId, days: 7 }, owner), 'not-found');
  await refused(deliveryHandlers.getAppUse({ appId }, owner), 'not-found');
});

test('at home the install has its name, and tests are shown there and nowhere else', async (t) => {
  const { rooms, developer, owner, appId, home, shop, bot, contact } = await soldApp(t);
  const at = (ours: typeof owner, made: typeof shop) => ({
    rooms,
    ours,
    install: made.install,
    bot,
    contact,
  });
  const own = await addSettled(at(developer, home), {}, { source: 'test' });
  await addSettled(at(owner, shop), {}, { source: 'test' });
  const foreign = await addSettled(at(owner, shop), {}, { state: 'parked' });
  const { rows } = await deliveryHandlers.listDeliveries({ appId, limit: 5 }, developer);
  assert.deepEqual(
    rows.map(({ eventId, isTest, isOwn, installName }) => [eventId, isTest, isOwn, installName]),
    [
      [foreign, false, false, opaqueName(shop.install.id)],
      [own, true, true, 'Acme Pay'],
    ],
  );
  const parked = await deliveryHandlers.listDeliveries({ appId, limit: 5, outcome: 'parked' }, developer);
  assert.deepEqual(
    parked.rows.map(({ eventId }) => eventId),
    [foreign],
  );
});

test('a page looks at a week, says so, and the next one looks further back', async (t) => {
  const { rooms, developer, appId, home, bot, contact } = await soldApp(t);
  const DAY = 86_400_000;
  const daysAgo = (days: number) => uuidSource(() => Date.now() - days * DAY)();
  await rooms.database.platform
    .updateTable('install')
    .set({ installed_at: new Date(Date.now() - 20 * DAY).toISOString() })
    .where('id', '=', home.install.id)
    .execute();
  const place = { rooms, ours: developer, install: home.install, bot, contact };
  const ids = [uuidV7(), daysAgo(2), daysAgo(12)];
  for (const id of ids) await addSettled(place, {}, { id });
  const found: string[] = [];
  let after: string | undefined;
  do {
    const page = await deliveryHandlers.listDeliveries({ appId, limit: 5, after }, developer);
    found.push(...page.rows.map(({ eventId }) => eventId));
    assert.equal(page.lookedBackTo !== null, page.next !== null);
    after = page.next ?? undefined;
  } while (after !== undefined);
  assert.deepEqual(found, ids);
});

test('events are counted by trigger and day with the time they took, without tests; subscriptions by trigger', async (t) => {
  const { rooms, developer, owner, appId, shop, bot, contact } = await soldApp(t);
  const place = { rooms, ours: owner, install: shop.install, bot, contact };
  for (const state of ['done', 'done', 'parked'] as const) await addSettled(place, {}, { state });
  await addSettled(place, {}, { source: 'test' });
  await rooms.database.pool.query(
    `update event set fired_at = now(), settled_at = now() + interval '40 milliseconds'`,
  );
  const { rows } = await deliveryHandlers.countDeliveries({ appId, days: 7 }, developer);
  const day = new Date().toISOString().slice(0, 10);
  assert.deepEqual(rows, [{ trigger: 'payment_paid', day, count: 3, done: 2, p50Ms: 40, p95Ms: 40 }]);
  const { triggers } = await deliveryHandlers.getAppUse({ appId }, developer);
  assert.deepEqual(triggers, [{ trigger: 'payment_paid', subscriptions: 1, enabled: 1 }]);
});
