// Tests of the list of events: order, pages, filters and search, over settled events and those that still wait.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import type { JsonObject } from '@bellwire/model/json.ts';
import { testShop } from '../bots/shop-for-test.ts';
import { uuidSource, uuidV7 } from '../database/uuid.ts';
import { refused } from '../http/refused.ts';
import { eventHandlers } from './handlers.ts';
import { addSettled, addWaiting } from './rows-for-test.ts';

/** No worker runs here: what is put into the log stays there. */
async function listedShop(t: TestContext) {
  const shop = await testShop(t);
  type Input = Omit<Parameters<typeof eventHandlers.listEvents>[0], 'limit'>;
  return {
    ...shop,
    settle: (items: JsonObject, settled?: Parameters<typeof addSettled>[2]) =>
      addSettled(shop, items, settled),
    wait: (items: JsonObject) => addWaiting(shop, items),
    list: async (input: Input = {}) =>
      (await eventHandlers.listEvents({ limit: 50, ...input }, shop.ours)).rows.map((row) => row.id),
  };
}

test('settled and waiting events stand in one list, newest first, over any page', async (t) => {
  const { ours, theirs, settle, wait, list } = await listedShop(t);
  const ids: string[] = [];
  for (let count = 0; count < 4; count++) ids.unshift(await settle({ count }), await wait({ count }));
  const newest = ids.toSorted().toReversed();
  assert.deepEqual(await list(), newest);
  for (const limit of [1, 3, 8]) {
    const paged: string[] = [];
    let after: string | undefined;
    do {
      const page = await eventHandlers.listEvents({ limit, after }, ours);
      paged.push(...page.rows.map((row) => row.id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    assert.deepEqual(paged, newest, `pages of ${limit}`);
  }
  assert.deepEqual((await eventHandlers.listEvents({ limit: 50 }, theirs)).rows, []);
  await refused(eventHandlers.listEvents({ limit: 5, after: 'x' }, ours), 'bad-input', /"next"/, 'after');
});

test('an event met in the log and as settled is listed once, as settled', async (t) => {
  const { ours, settle, wait } = await listedShop(t);
  const id = await wait({ amount: 1 });
  await settle({ amount: 1 }, { id });
  const { rows } = await eventHandlers.listEvents({ limit: 50 }, ours);
  assert.deepEqual(
    rows.map((row) => [row.id, row.state]),
    [[id, 'done']],
  );
  assert.equal((await eventHandlers.getEvent({ eventId: id }, ours)).state, 'done');
});

test('a row tells the names of the app, the trigger and the contact', async (t) => {
  const { ours, contact, install, settle } = await listedShop(t);
  await settle({ amount: 1 });
  await settle({ amount: 2 }, { contactId: null, state: 'parked' });
  const { rows } = await eventHandlers.listEvents({ limit: 50 }, ours);
  assert.deepEqual(
    rows.map((row) => [row.contactNs, row.contactName]),
    [
      ['f999u1', null],
      [contact.ns, 'Grace'],
    ],
  );
  assert.deepEqual(rows.map((row) => [row.triggerLabel, row.appLabel, row.installName, row.installId])[0], [
    'Payment paid',
    'Acme Pay',
    'Acme Pay',
    install.id,
  ]);
});

test('events are listed by state, install and contact', async (t) => {
  const { install, contact, settle, wait, list } = await listedShop(t);
  const [done, waiting, parked] = [
    await settle({}),
    await wait({}),
    await settle({}, { state: 'parked', contactId: null }),
  ];
  assert.deepEqual(await list({ state: 'waiting' }), [waiting]);
  assert.deepEqual(await list({ state: 'parked' }), [parked]);
  assert.deepEqual(await list({ state: 'filtered' }), []);
  assert.deepEqual(await list({ contactId: contact.id }), [waiting, done]);
  assert.equal((await list({ installId: install.id })).length, 3);
  assert.deepEqual(await list({ installId: uuidV7() }), []);
});

test('events are listed by trigger, bot, source and time', async (t) => {
  const { bot, settle, wait, list } = await listedShop(t);
  const on = (day: string) => uuidSource(() => Date.parse(`2026-01-${day}T12:00:00.000Z`))();
  const [early, late] = [await settle({}, { id: on('10') }), await settle({}, { id: on('20') })];
  const other = await settle({}, { trigger: 'refunded', source: 'test', contactId: null });
  const waiting = await wait({});
  assert.deepEqual(await list({ trigger: 'refunded' }), [other]);
  assert.deepEqual(await list({ source: 'test' }), [other]);
  assert.deepEqual(await list({ botId: bot.id }), [waiting, late, early]);
  assert.deepEqual(await list({ botId: uuidV7() }), []);
  const between = { from: '2026-01-10T12:00:00.000Z', until: '2026-01-20T12:00:00.000Z' };
  assert.deepEqual(await list(between), [early]);
  assert.deepEqual(await list({ from: between.until, trigger: 'payment_paid' }), [waiting, late]);
});

test('the whole id of an event finds it, however many came after it', async (t) => {
  const { ours, settle } = await listedShop(t);
  const id = await settle({});
  const { rows, next, lookedBackTo } = await eventHandlers.listEvents({ limit: 5, search: id }, ours);
  assert.deepEqual([rows.map((row) => row.id), next, lookedBackTo], [[id], null, null]);
});

test('a search looks into ids, the contact and every item, and takes jokers literally', async (t) => {
  const { settle, wait, list, contact } = await listedShop(t);
  const settled = await settle({ reference: 'PAY_77', nested: { note: 'blue sofa' } });
  const waiting = await wait({ reference: 'PAYX77' });
  const unknown = await settle({ reference: '100%' }, { contactId: null });
  assert.deepEqual(await list({ search: 'pay_77' }), [settled]);
  assert.deepEqual(await list({ search: 'PAYX' }), [waiting]);
  assert.deepEqual(await list({ search: 'sofa' }), [settled]);
  assert.deepEqual(await list({ search: '100%' }), [unknown]);
  assert.deepEqual(await list({ search: 'f999u1' }), [unknown]);
  assert.deepEqual(await list({ search: 'grace' }), [waiting, settled]);
  assert.deepEqual(await list({ search: contact.ns }), [waiting, settled]);
  for (const id of [settled, waiting]) assert.deepEqual(await list({ search: id }), [id]);
  assert.deepEqual(await list({ search: 'nothing' }), []);
});

test('a search among very many events goes on page by page, and finds the oldest', async (t) => {
  const { rooms, ours, settle } = await listedShop(t);
  const oldest = await settle({ reference: 'needle' });
  await rooms.database.pool.query(
    `insert into event (workspace_id, id, trigger, items, source, state, fired_by, fired_at)
     select $1, gen_random_uuid(), 'x', '{}', 'api', 'done', 'a test', now() from generate_series(1, 45000)`,
    [ours.workspaceId],
  );
  await rooms.database.pool.query(
    `update event set id = overlay(id::text placing 'f' from 1 for 1)::uuid where trigger = 'x'`,
  );
  const found: string[] = [];
  let pages = 0;
  let after: string | undefined;
  do {
    const page = await eventHandlers.listEvents({ limit: 10, search: 'needle', after }, ours);
    found.push(...page.rows.map((row) => row.id));
    after = page.next ?? undefined;
    assert.equal(page.lookedBackTo !== null, after !== undefined, 'A cut page says how far it came.');
    pages += 1;
  } while (after !== undefined);
  assert.deepEqual([found, pages], [[oldest], 3]);
});
