// Tests of subscriptions: what they may listen to, map and start, and what they tell.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidV7 } from '../database/uuid.ts';
import { refused } from '../http/refused.ts';
import { installHandlers } from '../installs/handlers.ts';
import { botHandlers } from './handlers.ts';
import { testShop } from './shop-for-test.ts';

test('a subscription names its app, trigger and flow, and the flow names it', async (t) => {
  const { ours, theirs, bot, flow, subscribe } = await testShop(t);
  const mappings = [{ item: 'amount', field: 'paid', fallback: 0 }];
  const filter = {
    match: 'all' as const,
    clauses: [{ field: 'trigger.amount', operator: 'bigger', value: 10 }],
  };
  const made = await subscribe({ mappings, note: 'Receipts', filter: null });
  assert.deepEqual(
    [made.appLabel, made.installName, made.triggerLabel, made.flowName],
    ['Acme Pay', 'Acme Pay', 'Payment paid', 'Thanks'],
  );
  assert.deepEqual(
    [made.enabled, made.installed, made.mappings, made.lastFiredAt],
    [true, true, mappings, null],
  );
  assert.deepEqual(made.counts, { done: 0, filtered: 0, parked: 0 });
  assert.deepEqual((await botHandlers.listSubscriptions({ botId: bot.id }, ours)).rows, [made]);
  const started = await botHandlers.getFlow({ flowId: flow.id }, ours);
  assert.deepEqual(started.startedBy, [{ subscriptionId: made.id, label: 'Acme Pay: Payment paid' }]);
  await refused(botHandlers.listSubscriptions({ botId: bot.id }, theirs), 'not-found');
  await refused(
    botHandlers.updateSubscription({ subscriptionId: made.id, enabled: false }, theirs),
    'not-found',
  );
  await refused(botHandlers.deleteSubscription({ subscriptionId: made.id }, theirs), 'not-found');
  await refused(subscribe({ filter }), 'bad-input', /bigger/, 'filter.clauses.0.operator');
});

test('the install, the trigger and the flow have to be there, in this workspace and bot', async (t) => {
  const { ours, install, subscribe } = await testShop(t);
  await refused(subscribe({ botId: uuidV7() }), 'not-found');
  await refused(subscribe({ installId: uuidV7() }), 'bad-input', /no such install/, 'installId');
  await refused(
    subscribe({ trigger: 'payment_lost' }),
    'bad-input',
    /no trigger "payment_lost"\. It has payment_paid\./,
    'trigger',
  );
  await refused(subscribe({ flowId: uuidV7() }), 'bad-input', /no such flow/, 'flowId');
  const other = await botHandlers.createBot({ name: 'Other', greeting: '', timeZone: 'UTC' }, ours);
  const foreign = await botHandlers.createFlow({ botId: other.id, name: 'Foreign', keywords: [] }, ours);
  await refused(subscribe({ flowId: foreign.id }), 'bad-input', /another bot/, 'flowId');
  await installHandlers.uninstallApp({ installId: install.id }, ours);
  await refused(subscribe(), 'bad-input', /no such install/, 'installId');
});

test("another workspace's install cannot be listened to", async (t) => {
  const { theirs, install, subscribe } = await testShop(t);
  const bot = await botHandlers.createBot({ name: 'Spy', greeting: '', timeZone: 'UTC' }, theirs);
  const flow = await botHandlers.createFlow({ botId: bot.id, name: 'Spy', keywords: [] }, theirs);
  const wanted = {
    botId: bot.id,
    installId: install.id,
    trigger: 'payment_paid',
    flowId: flow.id,
    enabled: true,
    filter: null,
    note: '',
    mappings: [],
  };
  await refused(botHandlers.createSubscription(wanted, theirs), 'bad-input', /no such install/, 'installId');
  await subscribe();
});

test('wrong mappings are refused, each with its place', async (t) => {
  const { subscribe } = await testShop(t);
  const problem = await refused(
    subscribe({
      mappings: [
        { item: 'status', field: 'paid' },
        { item: 'colour', field: 'status' },
        { item: 'amount', field: 'nowhere' },
      ],
    }),
    'bad-input',
  );
  assert.deepEqual(
    problem.complaints.map((complaint) => complaint.path.join('.')),
    ['mappings.0.field', 'mappings.1.item', 'mappings.2.field'],
  );
});

test('a change leaves what it does not name; a subscription whose app is gone can still be switched off and removed', async (t) => {
  const { ours, bot, install, subscribe } = await testShop(t);
  const made = await subscribe({ mappings: [{ item: 'amount', field: 'paid' }], note: 'Receipts' });
  const subscriptionId = made.id;
  const filter = { match: 'all' as const, clauses: [] };
  const changed = await botHandlers.updateSubscription({ subscriptionId, filter, mappings: [] }, ours);
  assert.deepEqual(changed, { ...made, filter, mappings: [] });
  assert.equal((await botHandlers.updateSubscription({ subscriptionId, filter: null }, ours)).filter, null);
  await refused(
    botHandlers.updateSubscription({ subscriptionId, flowId: uuidV7() }, ours),
    'bad-input',
    /no such flow/,
    'flowId',
  );
  await refused(
    botHandlers.updateSubscription({ subscriptionId, mappings: [{ item: 'x', field: 'paid' }] }, ours),
    'bad-input',
  );

  await installHandlers.uninstallApp({ installId: install.id }, ours);
  const off = await botHandlers.updateSubscription({ subscriptionId, enabled: false }, ours);
  assert.deepEqual(
    [off.installed, off.enabled, off.note, off.triggerLabel],
    [false, false, 'Receipts', 'Payment paid'],
  );
  await botHandlers.deleteSubscription({ subscriptionId }, ours);
  assert.deepEqual((await botHandlers.listSubscriptions({ botId: bot.id }, ours)).rows, []);
});

test('a flow that a subscription starts is not removed', async (t) => {
  const { ours, flow, subscribe } = await testShop(t);
  const { id } = await subscribe();
  const problem = await refused(
    botHandlers.deleteFlow({ flowId: flow.id }, ours),
    'conflict',
    /A subscription starts the flow "Thanks"/,
  );
  assert.deepEqual(problem.facts['subscriptionIds'], [id]);
});

test('the counts of all slots are added up', async (t) => {
  const { rooms, ours, bot, subscribe } = await testShop(t);
  const { id } = await subscribe();
  const row = { workspace_id: ours.workspaceId, subscription_id: id };
  await rooms.database.platform
    .insertInto('subscription_count')
    .values([
      { ...row, slot: 0, done: 2, filtered: 1, last_fired_at: '2026-01-01T00:00:00.000Z' },
      { ...row, slot: 1, done: 3, parked: 4, last_fired_at: '2026-01-02T00:00:00.000Z' },
    ])
    .execute();
  const [counted] = (await botHandlers.listSubscriptions({ botId: bot.id }, ours)).rows;
  assert.deepEqual(
    [counted?.counts, counted?.lastFiredAt],
    [{ done: 5, filtered: 1, parked: 4 }, '2026-01-02T00:00:00.000Z'],
  );
});
