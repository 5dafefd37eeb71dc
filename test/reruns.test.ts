// Reruns on a whole server: a parked lot at a pace, stopped and started again in the middle, and what a subscription missed.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { ProblemError } from '@bellwire/model/problem.ts';
import { lotOf, numbersTo, rerunShop } from './rerun-shop.ts';

test('a lot says how many, since when, and who can mend it where', async (t) => {
  const shop = await rerunShop(t, { published: false });
  await shop.fire(3);
  await shop.settle('parked', 3);
  const { rows } = await shop.ours.listParkedLots({});
  assert.deepEqual(
    rows.map((lot) => [lot.reason, lot.count, lot.mend?.who, lot.mend?.at, lot.flowName, lot.warning]),
    [['flow-published', 3, 'builder', 'flow', 'Thanks', null]],
  );
  await shop.database.pool.query(
    `update parked set since = since - interval '91 days' where id = (select min(id::text)::uuid from parked)`,
  );
  assert.match(
    (await shop.ours.listParkedLots({})).rows[0]?.warning ?? '',
    /^1 of them is parked for more than 90 days/,
  );
  const parked = await shop.ours.listParked({ ...lotOf(rows[0]), limit: 2 });
  assert.deepEqual([parked.rows.length, parked.next !== null], [2, true]);
});

test('a lot runs at its pace, goes on after the server was stopped in the middle, and keeps the order of each contact', async (t) => {
  const shop = await rerunShop(t, { published: false });
  await shop.fire(30);
  await shop.settle('parked', 30);
  await shop.publish();
  const [lot] = (await shop.ours.listParkedLots({})).rows;
  const begun = Date.now();
  const rerun = await shop.ours.runParkedLot({ ...lotOf(lot), perSecond: 20 });
  assert.deepEqual([rerun.total, rerun.state, rerun.perSecond], [30, 'running', 20]);
  await pause(400);
  await shop.restart();
  const ended = await shop.ended(rerun.id);
  assert.ok(Date.now() - begun > 900, 'Thirty at twenty a second cannot be done in less than a second.');
  assert.deepEqual([ended.state, ended.counts.done, ended.counts.waiting], ['done', 30, 0]);
  assert.deepEqual(await shop.said(), numbersTo(30));
  assert.deepEqual((await shop.ours.listParkedLots({})).rows, []);
});

test('a paused rerun rests, one that goes on ends, and a cancelled one leaves the rest parked', async (t) => {
  const shop = await rerunShop(t, { published: false });
  await shop.fire(12);
  await shop.settle('parked', 12);
  await shop.publish();
  const [lot] = (await shop.ours.listParkedLots({})).rows;
  const { id: rerunId } = await shop.ours.runParkedLot({ ...lotOf(lot), perSecond: 4 });
  await pause(600);
  await shop.ours.changeRerun({ rerunId, state: 'paused' });
  await pause(300);
  const resting = await shop.ours.getRerun({ rerunId });
  await pause(700);
  assert.deepEqual((await shop.ours.getRerun({ rerunId })).counts, resting.counts);
  assert.ok(resting.counts.done > 0 && resting.counts.waiting > 0);
  await shop.ours.changeRerun({ rerunId, state: 'cancelled' });
  await assert.rejects(shop.ours.changeRerun({ rerunId, state: 'running' }), { code: 'conflict' });
  assert.equal((await shop.ours.listParkedLots({})).rows[0]?.count, resting.counts.waiting);
});

test('what cannot run yet stays parked, and the rerun says why of each', async (t) => {
  const shop = await rerunShop(t, { published: false });
  await shop.fire(2);
  await shop.settle('parked', 2);
  const [lot] = (await shop.ours.listParkedLots({})).rows;
  const { id: rerunId } = await shop.ours.runParkedLot({ ...lotOf(lot), perSecond: 100 });
  const ended = await shop.ended(rerunId);
  assert.equal(ended.counts.stopped, 2);
  const { rows } = await shop.ours.listRerunItems({ rerunId, state: 'stopped' });
  assert.match(rows[0]?.says ?? '', /never been published/);
  assert.equal((await shop.ours.listParkedLots({})).rows[0]?.count, 2);
});

test('a whole lot is dismissed with one reason', async (t) => {
  const shop = await rerunShop(t, { published: false });
  await shop.fire(3);
  await shop.settle('parked', 3);
  const [lot] = (await shop.ours.listParkedLots({})).rows;
  const { count } = await shop.ours.dismissLot({ ...lotOf(lot), because: 'Tests of the provider.' });
  assert.equal(count, 3);
  await shop.settle('dismissed', 3);
  await assert.rejects(
    shop.ours.runParkedLot(lotOf(lot)),
    (error) => error instanceof ProblemError && error.code === 'conflict',
  );
});

test('a subscription that is switched on catches up on what it missed, the oldest first, and once', async (t) => {
  const shop = await rerunShop(t, { enabled: false });
  const { subscriptionId } = shop;
  await shop.fire(5);
  await shop.settle('unheard', 5);
  assert.equal((await shop.ours.countMissed({ subscriptionId, days: 7 })).count, 5);
  await shop.ours.updateSubscription({ subscriptionId, enabled: true });
  const { id } = await shop.ours.catchUp({ subscriptionId, days: 7, perSecond: 100 });
  assert.equal((await shop.ended(id)).counts.done, 5);
  assert.deepEqual(await shop.said(), numbersTo(5));
  await shop.settle('done', 5);
  assert.equal((await shop.ours.countMissed({ subscriptionId, days: 7 })).count, 0);
  await assert.rejects(shop.ours.catchUp({ subscriptionId }), { code: 'conflict' });
});
