// The embedded server through kills and rivals: its rows stay, and only one Bellwire has it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { makePlace, queryOnce } from './test-place.ts';

const place = await makePlace();

/** For tests that make a new database: some seconds on a busy machine. */
const slow = { timeout: 60_000 };

test('rows survive a kill of their owner, and the server left running is taken over', slow, async (t) => {
  const owner = await place.startOwner(t);
  await queryOnce(owner.url, 'create table visit as select 1 as id');
  const before = await place.serverPid();
  await owner.kill('SIGKILL');
  const { url } = await place.start(t);
  assert.equal(await place.serverPid(), before);
  assert.equal(url, owner.url);
  assert.deepEqual(await queryOnce(url, 'select * from visit'), [{ id: 1 }]);
});

test('rows survive a kill of the owner and of all of PostgreSQL', async (t) => {
  const owner = await place.startOwner(t);
  await queryOnce(owner.url, 'create table call as select 1 as id');
  await owner.kill('SIGKILL');
  process.kill(await place.serverPid(), 'SIGKILL');
  const { url } = await place.start(t);
  assert.deepEqual(await queryOnce(url, 'select * from call'), [{ id: 1 }]);
});

test('a server that dies under its owner is started again at the same address', async (t) => {
  const { url } = await place.start(t);
  const before = await place.serverPid();
  process.kill(before, 'SIGKILL');
  await untilAnswers(url);
  assert.notEqual(await place.serverPid(), before);
});

test('a crash of one session, which ends all others, leaves the server with its owner', async (t) => {
  const { url } = await place.start(t);
  const before = await place.serverPid();
  const victim = new pg.Client({ connectionString: url });
  const broken = new Promise((resolve) => victim.once('error', resolve));
  victim.on('error', () => {});
  await victim.connect();
  const { rows } = await victim.query<{ pid: number }>('select pg_backend_pid() as pid');
  // PostgreSQL answers the death of one of its processes by ending all sessions, the guard's too.
  process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
  await broken;
  await untilAnswers(url);
  assert.equal(await place.serverPid(), before);
});

test('a second Bellwire on the same folder is refused, and the first goes on', async (t) => {
  const owner = await place.startOwner(t);
  await assert.rejects(place.start(t), {
    message: new RegExp(`in use by another Bellwire \\(process ${owner.pid}\\).*BELLWIRE_DATA`),
  });
  assert.deepEqual(await queryOnce(owner.url, 'select 1 as one'), [{ one: 1 }]);
});

test('of two that start at once on an empty folder one has it and the other is refused', slow, async (t) => {
  const empty = await makePlace();
  const started = await Promise.allSettled([empty.start(t), empty.startOwner(t)]);
  assert.deepEqual(started.map((one) => one.status).toSorted(), ['fulfilled', 'rejected']);
});

test('stop() leaves no server, and gives the folder and the address to the next', async (t) => {
  const first = await place.start(t);
  await first.stop();
  await assert.rejects(queryOnce(first.url, 'select 1'), /ECONNREFUSED/);
  const next = await place.start(t);
  assert.equal(next.url, first.url);
});

async function untilAnswers(url: string): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    const answers = await queryOnce(url, 'select 1').then(
      () => true,
      () => false,
    );
    if (answers) return;
    await sleep(20);
  }
  assert.fail('The server did not answer within 15 s.');
}
