// Several machines on one database are one server: any of them answers for all, and the work is shared, handed over and taken over.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { test } from 'node:test';
import { TestPage } from '@bellwire/server/chat/test-page.ts';
import { openFire, type Fire } from '../crash/fire.ts';
import { openShop } from '../crash/shop.ts';
import { openSite, type Site } from './site.ts';
import { ALL_SHARDS, untilShares } from './shards.ts';

const HALF = ALL_SHARDS / 2;
const noSink = 'http://127.0.0.1:9/';

test('two machines that answer and three that work are one server', async () => {
  await using site = await openSite();
  const api = await site.start('api-1', 'api');
  const [other] = await Promise.all([
    site.start('api-2', 'api'),
    ...[1, 2, 3].map((n) => site.start(`worker-${n}`, 'worker')),
  ]);
  await untilShares(site.database, [21, 21, 22]);
  const { installKey, contacts } = await openShop({
    apiUrl: api.url,
    sinkUrl: noSink,
    database: site.database,
    contacts: 48,
  });
  const doors = [openFire(api.url, installKey), openFire(other.url, installKey)];

  // The page hangs on one machine, the event comes in at another, a third one does the work.
  const page = await openPage(site, other.url);
  await fireOne(doors[0]?.fire, await newestContact(site), 1);
  assert.deepEqual(await page.texts(2), ['hello', 'done 1']);
  page.socket.terminate();

  for (let n = 1; n <= 6; n++) {
    const door = doors[n % 2];
    await Promise.all(contacts.map((contact) => fireOne(door?.fire, contact, n)));
  }
  await untilDone(site);
  assert.deepEqual(await talks(site, contacts), new Set(['done 1,done 2,done 3,done 4,done 5,done 6']));
  for (const { close } of doors) close();

  const stranger = await site.start('stranger', 'worker', {
    env: { BELLWIRE_MASTER_KEY: randomBytes(32).toString('base64') },
    isRefused: true,
  });
  assert.equal(await stranger.ended, 1);
  assert.match(
    await readFile(join(site.folder, 'stranger.log'), 'utf8'),
    /Give every process the same BELLWIRE_MASTER_KEY/,
  );
});

test('shards are handed over when a worker stops, taken over when one is killed or frozen, and given back', async (t) => {
  await using site = await openSite();
  const one = await site.start('worker-1', 'worker');
  const two = await site.start('worker-2', 'worker');
  await untilShares(site.database, [HALF, HALF]);
  const tell = (what: string, ms: number): void => t.diagnostic(`${what}: ${ms} ms`);

  await one.end();
  tell(
    'after a worker was stopped, all shards have an owner',
    await untilShares(site.database, [ALL_SHARDS]),
  );
  const three = await site.start('worker-3', 'worker');
  tell('after one has come, both have half', await untilShares(site.database, [HALF, HALF]));
  three.kill();
  tell('after one was killed', await untilShares(site.database, [ALL_SHARDS]));
  const four = await site.start('worker-4', 'worker');
  await untilShares(site.database, [HALF, HALF]);
  four.freeze();
  const frozenMs = await untilShares(site.database, [ALL_SHARDS]);
  tell('after one was frozen', frozenMs);
  assert.ok(frozenMs > 4_000, 'A worker that is merely slow must not lose its shards at once.');
  four.thaw();
  tell('after it was thawed, both have half', await untilShares(site.database, [HALF, HALF]));
  assert.equal(await two.readiness(), 200);
});

async function openPage({ database }: Site, apiUrl: string): Promise<TestPage> {
  const { rows } = await database.query<{ public_id: string }>('select public_id from bot');
  const page = new TestPage(`${apiUrl.replace('http', 'ws')}/chat/socket`);
  await page.opened;
  page.send({ is: 'hello', bot: rows[0]?.public_id ?? '' });
  await page.next('ready');
  // A visitor who has not said anything is no contact yet.
  await page.say('hello');
  return page;
}

async function newestContact({ database }: Site): Promise<string> {
  const { rows } = await database.query<{ ns: string }>(
    'select ns from contact order by created_at desc, id desc limit 1',
  );
  return rows[0]?.ns ?? '';
}

async function fireOne(fire: Fire | undefined, contact: string, n: number): Promise<void> {
  const tick = { n, producer: 'test', calls: false, audited: false, muted: false, pause: 0 };
  const [answer] = (await fire?.([{ key: `${contact}/${n}`, contact, tick }])) ?? [];
  assert.equal(answer?.is, 'accepted', JSON.stringify(answer));
}

async function untilDone({ database }: Site): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
    const { rows } = await database.query<{ left: number }>('select count(*)::int as left from lane_log');
    if (rows[0]?.left === 0) return;
  }
  throw new Error('There was something left in the log after 30 s.');
}

/** What the contacts heard, each once: where all heard the same, there is one. */
async function talks({ database }: Site, contacts: readonly string[]): Promise<Set<string>> {
  const { rows } = await database.query<{ talk: string }>(
    `select string_agg(m.content->>'text', ',' order by m.seq) as talk
       from contact c join message m on m.contact_id = c.id where c.ns = any($1) group by c.id`,
    [contacts],
  );
  assert.equal(rows.length, contacts.length);
  return new Set(rows.map(({ talk }) => talk));
}
