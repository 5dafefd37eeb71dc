// An expired connection, on a whole server: events are parked until a person reconnects, then they run, each once and in order.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test, type TestContext } from 'node:test';
import { askedService, askingApp } from './asking-app.ts';
import { lotOf, numbersTo, rerunShop } from './rerun-shop.ts';

/** A shop that says the number of each tick, and whose app asks the service at each of its own two triggers. */
async function askingShop(t: TestContext) {
  const service = await askedService(t);
  const triggers = ['tick', 'ask', 'ask_openly'].map((name) => ({
    name,
    label: name,
    items: [{ name: 'n', label: 'N', field: 'n' }],
  }));
  const app = { ...askingApp(service.place), triggers };
  const shop = await rerunShop(t, { app, allowHosts: [service.place] });
  const { ours, botId, installId } = shop;
  await ours.reconnectInstall({ installId, auth: { token: 'first' } });
  for (const action of ['ask', 'ask_openly']) {
    const settings = { action: `${installId}/${action}` };
    const graph = { start: 'run', steps: [{ id: 'run', type: 'app-action', settings, exits: {} }] };
    const { id: flowId, revision } = await ours.createFlow({ botId, name: action, graph });
    await ours.publishFlow({ flowId, revision });
    await ours.createSubscription({ botId, installId, trigger: action, flowId });
  }
  return {
    ...shop,
    service,
    see: () => ours.getInstall({ installId }),
    /** Resolves when the service has answered, and the flow has gone on. */
    ask: async (action: 'ask' | 'ask_openly') => {
      const event = { trigger: action, contact: shop.contact.ns, items: { n: 0 } };
      const { eventId } = await shop.installed.fireTrigger(event);
      for (let waited = 0; waited < 10_000; waited += 25) {
        const { runs } = await ours.getEvent({ eventId });
        if (runs[0] !== undefined && runs[0].status !== 'waiting') return;
        await pause(25);
      }
      assert.fail('The service was never asked.');
    },
  };
}

test('a 401 to the auth values parks what comes, and new values let it run, each once and in order', async (t) => {
  const { ours, installId, service, ask, see, fire, settle, said, ended } = await askingShop(t);
  await ask('ask');
  assert.equal((await see()).state, 'active');
  service.changeKey('second');
  await ask('ask');
  const lost = await see();
  assert.equal(lost.state, 'needs-attention');
  assert.match(lost.attention ?? '', /GET http:.*: 401/);

  await fire(3);
  await settle('parked', 3);
  assert.deepEqual(await said(), []);
  const [lot] = (await ours.listParkedLots()).rows;
  assert.deepEqual(
    [lot?.reason, lot?.count, lot?.mend],
    ['connection', 3, { label: 'Reconnect the app', at: 'apps', who: 'admin' }],
  );
  const { rows } = await ours.listEvents({ state: 'parked' });
  const { decisions } = await ours.getEvent({ eventId: rows[0]?.id ?? '' });
  const stopped = decisions[0]?.gates.at(-1);
  assert.deepEqual([stopped?.gate, stopped?.facts['since']], ['connection', lost.connectionLostAt]);

  await ours.reconnectInstall({ installId, auth: { token: 'second' } });
  const rerun = await ours.runParkedLot({ ...lotOf(lot), perSecond: 50 });
  assert.equal((await ended(rerun.id)).counts.done, 3);
  assert.deepEqual(await said(), numbersTo(3));
  await ask('ask');
  assert.equal((await see()).state, 'active', 'the new values are sent at once');
});

test('a 401 to a request that carries no auth value says nothing of the connection', async (t) => {
  const { service, ask, see, fire, settle } = await askingShop(t);
  service.changeKey('second');
  await ask('ask_openly');
  assert.equal((await see()).state, 'active');
  await fire(1);
  await settle('done', 2);
});
