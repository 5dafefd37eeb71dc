// Parked events seen from the API: dismissed with a reason, and run through another install of their app.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { install as installApp } from '../apps/publish-for-test.ts';
import { botHandlers } from '../bots/handlers.ts';
import { testShop } from '../bots/shop-for-test.ts';
import { eventHandlers } from '../events/handlers.ts';
import { refused } from '../http/refused.ts';
import { installHandlers } from '../installs/handlers.ts';
import { parkedHandlers } from './handlers.ts';

async function firingShop(t: TestContext) {
  const shop = await testShop(t, { lanes: 'real' });
  const { rooms, ours, install, contact } = shop;
  const byKey = rooms.withKey(ours, { installId: install.id, scopes: ['triggers:fire'] });
  const fire = () =>
    eventHandlers.fireTrigger({ trigger: 'payment_paid', contact: contact.ns, items: { amount: 1 } }, byKey);
  const settled = async (eventId: string, state: string) => {
    for (let waited = 0; waited < 5000; waited += 20) {
      const story = await eventHandlers.getEvent({ eventId }, ours);
      if (story.state === state) return story;
      await pause(20);
    }
    return assert.fail(`The event never became ${state}.`);
  };
  return { ...shop, fire, settled };
}

test('what is dismissed stays readable, says who let it go and why, and never runs', async (t) => {
  const { ours, theirs, fire, settled, subscribe } = await firingShop(t);
  const flow = await unpublishedFlow(await subscribe(), ours);
  const { eventId } = await fire();
  await settled(eventId, 'parked');
  await refused(parkedHandlers.dismissParked({ eventId, because: 'x' }, theirs), 'conflict');
  await parkedHandlers.dismissParked({ eventId, because: 'A test of the provider.' }, ours);
  const story = await settled(eventId, 'dismissed');
  assert.equal(story.reason, 'Dismissed by Ada: A test of the provider.');
  await botHandlers.publishFlow({ flowId: flow.id, revision: 1 }, ours);
  await refused(eventHandlers.runParked({ eventId }, ours), 'conflict');
  await refused(parkedHandlers.dismissParked({ eventId, because: 'Again.' }, ours), 'conflict');
});

test('after an uninstall, the subscription is pointed to another install of the app, and what was parked runs', async (t) => {
  const { ours, install, app, appId, flow, fire, settled, subscribe } = await firingShop(t);
  const { id: subscriptionId } = await subscribe();
  const own = await unpublishedFlow({ id: subscriptionId, botId: flow.botId }, ours);
  const { eventId } = await fire();
  await settled(eventId, 'parked');
  await botHandlers.publishFlow({ flowId: own.id, revision: 1 }, ours);
  await installHandlers.uninstallApp({ installId: install.id }, ours);
  await eventHandlers.runParked({ eventId }, ours);
  assert.match((await settled(eventId, 'parked')).reason ?? '', /has been uninstalled/);

  const { install: other } = await installApp(ours, appId, app);
  const moved = await botHandlers.updateSubscription({ subscriptionId, installId: other.id }, ours);
  assert.deepEqual([moved.installId, moved.installed], [other.id, true]);
  await eventHandlers.runParked({ eventId }, ours);
  await settled(eventId, 'done');
});

test('a subscription cannot be pointed to an install that is gone', async (t) => {
  const { ours, app, appId, install, subscribe } = await firingShop(t);
  const { id: subscriptionId } = await subscribe();
  await installHandlers.uninstallApp({ installId: install.id }, ours);
  const { install: other } = await installApp(ours, appId, app);
  await installHandlers.uninstallApp({ installId: other.id }, ours);
  await refused(
    botHandlers.updateSubscription({ subscriptionId, installId: other.id }, ours),
    'bad-input',
    /no such install/,
    'installId',
  );
});

async function unpublishedFlow(
  subscription: { id: string; botId: string },
  ours: Parameters<typeof botHandlers.createFlow>[1],
) {
  const flow = await botHandlers.createFlow({ botId: subscription.botId, name: 'Later', keywords: [] }, ours);
  await botHandlers.updateSubscription({ subscriptionId: subscription.id, flowId: flow.id }, ours);
  return flow;
}
