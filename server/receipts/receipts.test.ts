// Tests of receipts: allowed by the owner, signed, told at least once with the same id, and seen by both sides.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { MOST_TRIES } from '@bellwire/model/retry-gaps.ts';
import { appHandlers } from '../apps/handlers.ts';
import { payApp } from '../apps/pay-app.ts';
import { install, publish } from '../apps/publish-for-test.ts';
import { botHandlers } from '../bots/handlers.ts';
import { contactHandlers } from '../contacts/handlers.ts';
import { opaqueName } from '../deliveries/opaque-name.ts';
import { readText, serveHttp } from '../egress/loopback-server.ts';
import { eventHandlers } from '../events/handlers.ts';
import type { Context } from '../http/handler.ts';
import { refused } from '../http/refused.ts';
import { testRooms, type TestRooms } from '../http/test-rooms.ts';
import { installHandlers } from '../installs/handlers.ts';
import { receiptHandlers } from './handlers.ts';
import { startClaimWorker } from '../workers/claim-worker.ts';
import { receiptDuty } from './send-receipt.ts';

interface Heard {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
  readonly body: string;
}

/** An app whose server hears receipts, installed in a shop of somebody else; `answers` are the statuses it gives, then 204. */
async function toldShop(t: TestContext, answers: number[] = []) {
  const rooms = await testRooms(t, { lanes: 'real' });
  const [developer, owner] = [await rooms.workspace('Developer'), await rooms.workspace('CANARY shop')];
  const { server, heard } = await hearing(t, answers);
  const app = { ...payApp(), hosts: [server.place], receiptsUrl: `http://${server.place}/receipts` };
  const { id: appId } = await publish(developer, app, 'public');
  const installId = (await install(owner, appId, app, 'CANARY install')).install.id;
  const worker = startClaimWorker(receiptDuty(rooms), rooms.log, 20);
  rooms.database.beforeDrop(() => worker.stop());
  const fire = await firing(rooms, owner, installId);
  const logs = logsOf({ developer, appId }, { owner, installId });
  return { ...logs, rooms, developer, owner, appId, installId, heard, fire, pool: rooms.database.pool };
}

interface Sides {
  readonly developer: Context;
  readonly appId: string;
}

/** What each side sees and may do. */
function logsOf({ developer, appId }: Sides, { owner, installId }: { owner: Context; installId: string }) {
  const page = { limit: 10 };
  return {
    allow: (on = true) => receiptHandlers.setReceipts({ installId, on }, owner),
    log: async () => (await receiptHandlers.listReceipts({ installId, ...page }, owner)).rows,
    appLog: async () => (await receiptHandlers.listAppReceipts({ appId, ...page }, developer)).rows,
  };
}

/** As if the pause before the next try were over. */
function dueNow(pool: TestRooms['database']['pool']) {
  return pool.query('update receipt set due_at = now() where due_at is not null');
}

/** Nobody listens, which is an outcome as good as any. */
async function firing(rooms: TestRooms, owner: Context, installId: string): Promise<() => Promise<string>> {
  const bot = await botHandlers.createBot({ name: 'CANARY', greeting: '', timeZone: 'UTC' }, owner);
  const nobody = { name: 'CANARY', email: null, phone: null, timeZone: null, fields: {} };
  const { ns } = await contactHandlers.createContact({ botId: bot.id, ...nobody }, owner);
  const byKey = rooms.withKey(owner, { installId, scopes: ['triggers:fire'] });
  const event = { trigger: 'payment_paid', contact: ns, items: { amount: 43_210 } };
  return async () => (await eventHandlers.fireTrigger(event, byKey)).eventId;
}

/** The app's own server; `answers` are the statuses it gives, then 204. */
async function hearing(t: TestContext, answers: number[]) {
  const heard: Heard[] = [];
  const server = await serveHttp(async (request, response) => {
    const [id = '', timestamp = '', signature = ''] = ['id', 'timestamp', 'signature'].map((name) =>
      String(request.headers[`webhook-${name}`]),
    );
    heard.push({ id, timestamp, signature, body: await readText(request) });
    response.writeHead(answers.shift() ?? 204).end();
  });
  t.after(() => server[Symbol.asyncDispose]());
  return { server, heard };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 20) {
    assert.ok(waited < 10_000, 'It never came to hold.');
    await pause(20);
  }
}

test('nothing is told while the owner does not allow it, or allows it no more', async (t) => {
  const { pool, allow, fire } = await toldShop(t);
  assert.equal((await allow()).on, true);
  assert.equal((await allow(false)).on, false);
  await fire();
  await until(async () => (await pool.query('select from event')).rowCount === 1);
  assert.equal((await pool.query('select from receipt')).rowCount, 0);
});

test('each settled event is told, signed as Standard Webhooks has it, and without a word of the owner', async (t) => {
  const { developer, appId, installId, heard, allow, fire, log, appLog } = await toldShop(t);
  await allow();
  const eventId = await fire();
  await until(() => heard.length === 1);
  const { secret } = await receiptHandlers.getReceiptSecret({ appId }, developer);
  const [{ id, timestamp, signature, body } = assert.fail()] = heard;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  assert.equal(signature, `v1,${expected}`);
  assert.ok(Math.abs(Date.now() / 1000 - Number(timestamp)) < 60);
  const { data, ...head } = JSON.parse(body);
  assert.equal(head.type, 'event.settled');
  assert.deepEqual(data, {
    event_id: eventId,
    install_id: installId,
    trigger: 'payment_paid',
    outcome: 'unheard',
    reason: 'no-subscription',
    at: head.timestamp,
  });
  await until(async () => (await log())[0]?.state === 'sent');
  const [seen] = await appLog();
  assert.deepEqual([seen?.id, seen?.state, seen?.installName], [id, 'sent', opaqueName(installId)]);
  assert.doesNotMatch(JSON.stringify([heard, await appLog()]), /CANARY|43210/);
});

test('what the server of the app does not take is told again with the same id', async (t) => {
  const { heard, pool, allow, fire, log } = await toldShop(t, [503, 500]);
  await allow();
  await fire();
  for (const tries of [1, 2]) {
    await until(async () => heard.length === tries && (await log())[0]?.failure !== null);
    const [receipt] = await log();
    assert.deepEqual([receipt?.state, receipt?.tries], ['waiting', tries]);
    assert.match(receipt?.failure ?? '', /status 50[03]/);
    await dueNow(pool);
  }
  await until(async () => (await log())[0]?.state === 'sent');
  assert.equal(new Set(heard.map(({ id }) => id)).size, 1);
  assert.equal(heard.length, 3);
});

test('after the last try it is kept, and sent again with the same id when the developer asks', async (t) => {
  const { developer, appId, heard, pool, allow, fire, appLog } = await toldShop(t, [503, 503]);
  await allow();
  await fire();
  await until(async () => (await appLog())[0]?.failure !== null && heard.length === 1);
  await pool.query('update receipt set tries = $1', [MOST_TRIES - 1]);
  await dueNow(pool);
  await until(async () => (await appLog())[0]?.state === 'given-up');
  assert.deepEqual(await receiptHandlers.retryReceipts({ appId }, developer), { count: 1 });
  await until(async () => (await appLog())[0]?.state === 'sent');
  assert.equal(new Set(heard.map(({ id }) => id)).size, 1);
});

test('what was allowed no more, or whose app is gone, is not sent', async (t) => {
  const { owner, installId, heard, allow, fire, log, pool } = await toldShop(t, [503]);
  await allow();
  await fire();
  await until(async () => heard.length === 1 && (await log())[0]?.failure !== null);
  await installHandlers.uninstallApp({ installId }, owner);
  await dueNow(pool);
  await until(async () => (await log())[0]?.state === 'given-up');
  assert.match((await log())[0]?.failure ?? '', /switched off/);
  assert.equal(heard.length, 1);
});

test('each side sees its own part only, and an app that takes no receipts cannot be allowed them', async (t) => {
  const { rooms, developer, owner, appId, installId } = await toldShop(t);
  const stranger = await rooms.workspace('Stranger');
  await refused(receiptHandlers.listAppReceipts({ appId, limit: 5 }, owner), 'not-found');
  await refused(receiptHandlers.getReceiptSecret({ appId }, owner), 'not-found');
  await refused(receiptHandlers.replaceReceiptSecret({ appId }, owner), 'not-found');
  await refused(receiptHandlers.retryReceipts({ appId }, owner), 'not-found');
  await refused(receiptHandlers.setReceipts({ installId, on: true }, developer), 'not-found');
  await refused(receiptHandlers.listReceipts({ installId, limit: 5 }, stranger), 'not-found');

  const before = await receiptHandlers.getReceiptSecret({ appId }, developer);
  await receiptHandlers.replaceReceiptSecret({ appId }, developer);
  assert.notEqual((await receiptHandlers.getReceiptSecret({ appId }, developer)).secret, before.secret);

  const mute = { ...payApp(), name: 'mute' };
  const { id } = await appHandlers.createApp(
    { label: 'Mute', definition: JSON.parse(JSON.stringify(mute)) },
    owner,
  );
  const { revision } = await appHandlers.getApp({ appId: id }, owner);
  await appHandlers.publishApp({ appId: id, revision, visibility: 'private', changelog: '' }, owner);
  const made = await install(owner, id, mute);
  const wanted = { installId: made.install.id, on: true };
  await refused(receiptHandlers.setReceipts(wanted, owner), 'conflict', /takes no receipts/);
});
