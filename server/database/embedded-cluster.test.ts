// The embedded server's folder: what it is made with, and what is found in it after mishaps.
import assert from 'node:assert/strict';
import { lstat, mkdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import pino from 'pino';
import { connect } from './connect.ts';
import { editFile, makePlace, queryOnce } from './test-place.ts';

const place = await makePlace();

/** For tests that make a new database: some seconds on a busy machine. */
const slow = { timeout: 60_000 };

test(
  'by default nothing accepted can be lost, and the role is bound by row-level security',
  slow,
  async () => {
    const { dataDir, cluster } = place;
    const { pool, close } = await connect({ dataDir, log: pino({ level: 'silent' }) });
    const { rows } = await pool.query(
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
            current_setting('synchronous_commit') as waits, rolsuper, rolbypassrls
       from pg_roles where rolname = current_user`,
    );
    const { mode } = await lstat(join(cluster, 'bellwire.json'));
    await close();
    assert.deepEqual(rows, [{ fsync: 'on', pages: 'on', waits: 'on', rolsuper: false, rolbypassrls: false }]);
    assert.equal((mode & 0o777).toString(8), '600');
  },
);

test('a server without fsync is refused where it is not a test', async (t) => {
  const { url } = await place.start(t);
  await assert.rejects(connect({ url, log: pino({ level: 'silent' }) }), /fsync = off/);
});

test('letters of every language have capitals', async (t) => {
  const { url } = await place.start(t);
  assert.deepEqual(await queryOnce(url, `select upper('äžя') as capitals`), [{ capitals: 'ÄŽЯ' }]);
});

test('a wrong password is refused', async (t) => {
  const url = new URL((await place.start(t)).url);
  url.password = 'guessed';
  await assert.rejects(queryOnce(url.href, 'select 1'), /password authentication failed/);
});

test('a pid file whose number now belongs to another program is no obstacle', async (t) => {
  const pidFile = join(place.cluster, 'postmaster.pid');
  const first = await place.start(t);
  const text = await readFile(pidFile, 'utf8');
  await first.stop();
  await writeFile(pidFile, text.replace(/^\d+/, String(process.pid)));
  const { url } = await place.start(t);
  assert.deepEqual(await queryOnce(url, 'select 1 as one'), [{ one: 1 }]);
});

test('a port that another program has taken meanwhile is left to it', async (t) => {
  const first = await place.start(t);
  await first.stop();
  const other = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
  await once(other, 'listening');
  t.after(() => other.close());
  const { url } = await place.start(t);
  assert.deepEqual(await queryOnce(url, 'select 1 as one'), [{ one: 1 }]);
});

test('a server that does not take our password is stopped, and the refusal names the file', async (t) => {
  const owner = await place.startOwner(t);
  await owner.kill('SIGKILL');
  await editFile(t, join(place.cluster, 'bellwire.json'), (keys) =>
    keys.replace(/"adminPassword": ".*"/, '"adminPassword": "another"'),
  );
  await assert.rejects(place.start(t), /does not let Bellwire in: .*Restore bellwire\.json/);
  await assert.rejects(queryOnce(owner.url, 'select 1'), /ECONNREFUSED/);
});

test('a start that fails shows the last lines of the log', async (t) => {
  await editFile(t, join(place.cluster, 'postgresql.conf'), (settings) => `${settings}no_such_setting = 1\n`);
  await assert.rejects(
    place.start(t),
    /did not start\. The last lines of .*postgres\.log:[^]*no_such_setting/,
  );
});

test('a first start that was killed half-way is begun anew and tidied up', slow, async (t) => {
  const fresh = await makePlace();
  const unfinished = join(fresh.dataDir, 'postgres', 'unfinished-99999999-cluster');
  await mkdir(unfinished, { recursive: true });
  await writeFile(join(unfinished, 'PG_VERSION'), '18\n');
  await fresh.start(t);
  await assert.rejects(lstat(unfinished), /ENOENT/);
});

test('data of another major version is refused, with the ways out', async (t) => {
  await editFile(t, join(place.cluster, 'PG_VERSION'), () => '17\n');
  await assert.rejects(place.start(t), /made by PostgreSQL 17, .*export.*DATABASE_URL/);
});

if (process.getuid?.() === 0) {
  test('root in a closed folder gets its data outside, behind a link', slow, async (t) => {
    const closed = await makePlace({ mode: 0o700 });
    const { url, stop } = await closed.start(t);
    const outside = await realpath(join(closed.dataDir, 'postgres'));
    assert.match(outside, /^\/var\/lib\/bellwire\/postgres-/);
    await queryOnce(url, 'create table visit as select 1 as id');
    await stop();
    const again = await closed.start(t);
    assert.deepEqual(await queryOnce(again.url, 'select * from visit'), [{ id: 1 }]);
  });

  test('a link whose folder is gone is refused and not taken for an empty database', async (t) => {
    const empty = await makePlace();
    await mkdir(empty.dataDir);
    await symlink('/var/lib/bellwire/gone', join(empty.dataDir, 'postgres'));
    await assert.rejects(empty.start(t), /a link to a folder that is gone\. Bring that folder back/);
  });
}
