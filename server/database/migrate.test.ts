// Migrations: once each, in order, whoever comes first; and never on top of something unknown.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { migrate } from './migrate.ts';
import { openPool } from './open-pool.ts';
import { testDatabase } from './test-database.ts';
import type { TestDatabase } from './test-database.ts';

const first = 'create table visit (id integer);\ninsert into visit values (1);\n';
const second = 'alter table visit add column place text;\n';
const contract =
  '-- contract after 0002: visits are known by their place.\nalter table visit drop column id;\n';
const processTable =
  'create table server_process (host text, beat_at timestamptz, version text, schema_number int);';

test('files are applied in order, and a second call has nothing to do', async (t) => {
  const { pool } = await emptyDatabase(t);
  const folder = await makeFolder(t, { '0001-visit.sql': first, '0002-place.sql': second });
  assert.deepEqual((await migrate(pool, folder)).applied, ['0001-visit.sql', '0002-place.sql']);
  assert.deepEqual((await migrate(pool, folder)).applied, []);
  assert.deepEqual((await pool.query('select * from visit')).rows, [{ id: 1, place: null }]);
});

test('ten servers that start at once apply each file once', async (t) => {
  const { url, pool } = await emptyDatabase(t);
  const folder = await makeFolder(t, {
    '0001-visit.sql': `select pg_sleep(0.2);\n${first}`,
    '0002-place.sql': second,
  });
  const servers = Array.from({ length: 10 }, () => openPool({ connectionString: url, max: 1 }));
  const applied = await Promise.all(servers.map(({ pool: server }) => migrate(server, folder)));
  await Promise.all(servers.map((server) => server.end()));
  assert.deepEqual(
    applied.flatMap((each) => each.applied),
    ['0001-visit.sql', '0002-place.sql'],
  );
  assert.equal((await pool.query('select from visit')).rowCount, 1);
});

test('an applied file that was changed afterwards is refused, with the way out', async (t) => {
  const { pool } = await emptyDatabase(t);
  await migrate(pool, await makeFolder(t, { '0001-visit.sql': first }));
  const changed = await makeFolder(t, { '0001-visit.sql': `${first}-- a word more\n` });
  await assert.rejects(
    migrate(pool, changed),
    /0001-visit\.sql is not the one .* a new one with the next number/,
  );
});

test('other line ends do not make it another file', async (t) => {
  const { pool } = await emptyDatabase(t);
  await migrate(pool, await makeFolder(t, { '0001-visit.sql': first }));
  const windows = await makeFolder(t, { '0001-visit.sql': first.replaceAll('\n', '\r\n') });
  assert.deepEqual((await migrate(pool, windows)).applied, []);
});

test('code runs on a database to which newer code has added something', async (t) => {
  const { pool } = await emptyDatabase(t);
  await migrate(pool, await makeFolder(t, { '0001-visit.sql': first, '0002-place.sql': second }));
  const older = await makeFolder(t, { '0001-visit.sql': first });
  assert.deepEqual(await migrate(pool, older), { applied: [], unknown: ['0002-place.sql'], schema: 1 });
});

test('code is refused by a database from which newer code has taken away what it uses', async (t) => {
  const { pool } = await emptyDatabase(t);
  const files = { '0001-visit.sql': first, '0002-place.sql': second, '0003-no-id.sql': contract };
  await migrate(pool, await makeFolder(t, files));
  const older = await makeFolder(t, { '0001-visit.sql': first });
  await assert.rejects(migrate(pool, older), /0003-no-id\.sql took away what this version uses/);
  const between = await makeFolder(t, { '0001-visit.sql': first, '0002-place.sql': second });
  assert.deepEqual((await migrate(pool, between)).unknown, ['0003-no-id.sql']);
});

test('nothing is taken away from a process that still runs, whatever has been added before', async (t) => {
  const { pool } = await emptyDatabase(t);
  const files = { '0001-visit.sql': first, '0002-process.sql': processTable, '0003-place.sql': second };
  await migrate(pool, await makeFolder(t, files));
  await pool.query(`insert into server_process values ('east-1', clock_timestamp(), '0.1.0', 2)`);
  const newer = await makeFolder(t, { ...files, '0004-no-id.sql': contract.replace('0002', '0003') });
  await assert.rejects(migrate(pool, newer), /0004-no-id\.sql .* \(Bellwire 0\.1\.0 on east-1\)\. Stop them/);
  await pool.query('update server_process set schema_number = 3');
  assert.deepEqual((await migrate(pool, newer)).applied, ['0004-no-id.sql']);
});

test('a file with a number that was left out is applied late, before none of those that were applied', async (t) => {
  const { pool } = await emptyDatabase(t);
  await migrate(pool, await makeFolder(t, { '0001-visit.sql': first, '0009-place.sql': second }));
  const all = { '0001-visit.sql': first, '0005-note.sql': 'create table note ()', '0009-place.sql': second };
  assert.deepEqual((await migrate(pool, await makeFolder(t, all))).applied, ['0005-note.sql']);
});

test('a file that fails leaves nothing behind, says where, and can be mended', async (t) => {
  const { pool } = await emptyDatabase(t);
  const broken = `${first}insert into visits values (2);\n`;
  const folder = await makeFolder(t, { '0001-visit.sql': broken });
  await assert.rejects(
    migrate(pool, folder),
    /0001-visit\.sql failed at line 3: relation "visits" does not exist/,
  );
  const mended = await makeFolder(t, { '0001-visit.sql': first });
  assert.deepEqual((await migrate(pool, mended)).applied, ['0001-visit.sql']);
});

test('a double or a strange name in the folder is refused', async (t) => {
  const { pool } = await emptyDatabase(t);
  for (const names of [['0001-a.sql', '0001-b.sql'], ['1-a.sql'], ['0001-A b.sql']]) {
    const folder = await makeFolder(t, Object.fromEntries(names.map((name) => [name, 'select 1'])));
    await assert.rejects(migrate(pool, folder), /should be called 0001-|have the same number/, names.join());
  }
});

test('a new table with a workspace_id is behind the wall without asking for it', async (t) => {
  const { pool } = await emptyDatabase(t);
  const folder = await makeFolder(t, {
    '0001-note.sql': 'create table note (workspace_id uuid); create table plan (id integer);',
  });
  await migrate(pool, folder);
  const { rows } = await pool.query(
    `select relname, relrowsecurity and relforcerowsecurity as walled from pg_class
      where relname in ('note', 'plan') order by relname`,
  );
  assert.deepEqual(rows, [
    { relname: 'note', walled: true },
    { relname: 'plan', walled: false },
  ]);
});

/** The test database brings the product's own schema along; these tests begin before it. */
async function emptyDatabase(t: TestContext): Promise<TestDatabase> {
  const database = await testDatabase(t);
  await database.pool.query('drop schema public cascade');
  await database.pool.query('create schema public');
  return database;
}

async function makeFolder(t: TestContext, files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bellwire-migrations-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}
