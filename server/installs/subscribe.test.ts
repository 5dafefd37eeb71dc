// Tests of telling an app's server: tried again with pauses, by whichever process is there, until it has heard or it is given up.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { sql } from 'kysely';
import { JITTER, MOST_TRIES, retryGaps } from '@bellwire/model/retry-gaps.ts';
import { payApp } from '../apps/pay-app.ts';
import { install, publish } from '../apps/publish-for-test.ts';
import { readText, serveHttp } from '../egress/loopback-server.ts';
import { refused } from '../http/refused.ts';
import { testRooms } from '../http/test-rooms.ts';
import type { TestRooms } from '../http/test-rooms.ts';
import { installHandlers } from './handlers.ts';
import { startClaimWorker } from '../workers/claim-worker.ts';
import { subscribeDuty } from './subscribe.ts';

async function failingInstall(t: TestContext) {
  const rooms = await testRooms(t);
  const ours = await rooms.workspace();
  const answer = { status: 500, retryAfter: '0' };
  const heard: { url: string | undefined; body: Record<string, unknown> }[] = [];
  const server = await serveHttp(async (request, response) => {
    heard.push({ url: request.url, body: JSON.parse(await readText(request)) });
    response.writeHead(answer.status, { 'retry-after': answer.retryAfter }).end('down for repair');
  });
  t.after(() => server[Symbol.asyncDispose]());
  const told = (path: string) => ({ method: 'POST', url: `http://${server.place}${path}` }) as const;
  const app = payApp({ hosts: [server.place], subscribe: told('/in'), unsubscribe: told('/out') });
  const { id: appId } = await publish(ours, app);
  const { install: made, key } = await install(ours, appId, app);
  const see = () => installHandlers.getInstall({ installId: made.id }, ours);
  return { rooms, ours, answer, heard, made, key, see };
}

async function readRequests({ database }: TestRooms) {
  return database.platform
    .selectFrom('subscribe_request')
    .select(['kind', 'tries'])
    .select(sql<number | null>`round(extract(epoch from due_at - now()))::int`.as('seconds'))
    .execute();
}

/** As if the time of the pause had passed, and a second more: the clocks of two processors may differ by a moment. */
async function letTimePass({ database }: TestRooms): Promise<void> {
  await database.platform
    .updateTable('subscribe_request')
    .set({ due_at: sql`now() - interval '1 second'` })
    .where('due_at', 'is not', null)
    .execute();
}

async function tryDue(rooms: TestRooms): Promise<number> {
  const duty = subscribeDuty(rooms);
  const claimed = await duty.claim(10);
  for (const request of claimed) await duty.work(request);
  return claimed.length;
}

test('a failing subscribe request leaves an install that works and needs attention', async (t) => {
  const { rooms, made, key, heard } = await failingInstall(t);
  assert.equal(made.state, 'needs-attention');
  assert.match(
    made.attention ?? '',
    /could not be told of this install\. .*status 500: down for repair It is tried again by itself\./,
  );
  assert.equal(heard.length, 1);
  assert.ok(!((await rooms.keys.keyCaller(key)) instanceof Error));
});

test('it is tried by the table of gaps, then needs attention until a person sends it again', async (t) => {
  const { rooms, ours, made, heard, answer, see } = await failingInstall(t);
  for (const gap of retryGaps) {
    const [request] = await readRequests(rooms);
    const seconds = request?.seconds ?? 0;
    // A second is lost or won by the clock that goes on, and by rounding.
    assert.ok(Math.abs(seconds - gap) <= gap * JITTER + 1, `${seconds} s for ${gap} s`);
    assert.equal(await tryDue(rooms), 0, 'nothing is due before its pause is over');
    await letTimePass(rooms);
    assert.equal(await tryDue(rooms), 1, 'what is due is tried');
  }
  assert.equal(heard.length, MOST_TRIES);
  assert.deepEqual(
    (await readRequests(rooms)).map(({ seconds }) => seconds),
    [null],
    'it is kept, and not tried by itself any more',
  );
  assert.match((await see()).attention ?? '', /It was tried 14 times\. .* then send it again\./);

  answer.status = 200;
  const again = await installHandlers.retrySubscribe({ installId: made.id }, ours);
  assert.deepEqual([again.state, again.attention], ['active', null]);
  assert.deepEqual(await readRequests(rooms), []);
  await letTimePass(rooms);
  assert.equal(await tryDue(rooms), 0, 'none follows a success');
  assert.equal(heard.length, MOST_TRIES + 1);
});

test("the app's server may ask for a longer pause by Retry-After", async (t) => {
  const { rooms, answer } = await failingInstall(t);
  answer.status = 503;
  answer.retryAfter = '7200';
  await letTimePass(rooms);
  await tryDue(rooms);
  const [request] = await readRequests(rooms);
  assert.ok(Math.abs((request?.seconds ?? 0) - 7200) <= 1, `${request?.seconds} s`);
});

test('a try whose process died is made again by another, and two workers never make the same one', async (t) => {
  const { rooms, answer, heard, see } = await failingInstall(t);
  await letTimePass(rooms);
  const claims = await Promise.all(Array.from({ length: 5 }, () => subscribeDuty(rooms).claim(10)));
  assert.equal(claims.flat().length, 1);
  assert.equal(heard.length, 1, 'whoever claimed it has died');
  answer.status = 200;
  await letTimePass(rooms);
  assert.equal(await tryDue(rooms), 1);
  assert.equal((await see()).state, 'active');
});

test('the worker works off what is due, and stops when it is told', async (t) => {
  const { rooms, answer, see } = await failingInstall(t);
  answer.status = 200;
  await letTimePass(rooms);
  const worker = startClaimWorker(subscribeDuty(rooms), rooms.log, 10);
  for (let waited = 0; (await see()).state !== 'active'; waited += 10) {
    assert.ok(waited < 5000, 'the worker never came');
    await pause(10);
  }
  await worker.stop();
});

test('uninstalling sends the unsubscribe request in place of a subscribe request that was still waiting, then forgets the secrets', async (t) => {
  const { rooms, ours, made, key, heard, answer } = await failingInstall(t);
  await installHandlers.uninstallApp({ installId: made.id }, ours);
  assert.deepEqual(
    (await readRequests(rooms)).map(({ kind }) => kind),
    ['unsubscribe'],
  );
  answer.status = 200;
  await tryDue(rooms);
  assert.deepEqual([heard.at(-1)?.url, heard.at(-1)?.body['api_key']], ['/out', key]);
  const row = await rooms.database.platform
    .selectFrom('install')
    .select(['secrets', 'sealed_key', 'state'])
    .executeTakeFirstOrThrow();
  assert.deepEqual(row, { secrets: {}, sealed_key: null, state: 'uninstalled' });
});

test('a newer key is the one the app is told', async (t) => {
  const { ours, made, heard, key } = await failingInstall(t);
  const rotated = await installHandlers.rotateInstallKey({ installId: made.id, overlapMinutes: 60 }, ours);
  await installHandlers.retrySubscribe({ installId: made.id }, ours);
  assert.notEqual(rotated.key, key);
  assert.equal(heard.at(-1)?.body['api_key'], rotated.key);
});

test('an app without a subscribe request has nothing to send again', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const { id: appId } = await publish(ours, payApp());
  const { install: made } = await install(ours, appId, payApp());
  await refused(installHandlers.retrySubscribe({ installId: made.id }, ours), 'conflict', /nothing to send/);
});
