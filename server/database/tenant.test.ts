// The wall between workspaces, tried with queries that forget to name their workspace.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';
import { testDatabase } from './test-database.ts';
import { raiseWorkspaceWalls } from './workspace-wall.ts';

const ours = '019a0000-0000-7000-8000-000000000001';
const theirs = '019a0000-0000-7000-8000-000000000002';

test('a query that forgets its workspace sees only the rows of the workspace it runs in', async (t) => {
  const { inWorkspace } = await notesOfTwo(t);
  assert.deepEqual(await inWorkspace(ours, readNotes), ['our secret']);
  assert.deepEqual(await inWorkspace(theirs, readNotes), ['their secret']);
});

test('the platform sees every workspace', async (t) => {
  const { pool } = await notesOfTwo(t);
  assert.equal((await pool.query('select from note')).rowCount, 2);
});

test("another workspace's rows can be neither changed nor deleted nor made", async (t) => {
  const { inWorkspace, pool } = await notesOfTwo(t);
  await inWorkspace(ours, async (tx) => {
    await sql`update note set words = 'overwritten'`.execute(tx);
    await sql`delete from note where workspace_id = ${theirs}`.execute(tx);
  });
  const { rows } = await pool.query('select words from note order by workspace_id');
  assert.deepEqual(rows, [{ words: 'overwritten' }, { words: 'their secret' }]);
  await assert.rejects(
    inWorkspace(ours, (tx) => sql`insert into note values (${theirs}, 'planted')`.execute(tx)),
    /row-level security/,
  );
  await assert.rejects(
    inWorkspace(ours, (tx) => sql`update note set workspace_id = ${theirs}`.execute(tx)),
    /row-level security/,
  );
});

test("after the work, done or failed, the connection is the platform's again", async (t) => {
  const { inWorkspace, platform } = await notesOfTwo(t, { poolSize: 1 });
  await inWorkspace(ours, readNotes);
  await assert.rejects(
    inWorkspace(ours, () => Promise.reject(new Error('the work failed'))),
    /the work failed/,
  );
  const { rows } = await sql`select from note`.execute(platform);
  assert.equal(rows.length, 2);
});

test('a connection without the setting sees nothing', async (t) => {
  const { url, beforeDrop } = await notesOfTwo(t);
  const bare = new URL(url);
  bare.searchParams.delete('options');
  const client = new pg.Client({ connectionString: bare.href });
  await client.connect();
  beforeDrop(() => client.end());
  assert.equal((await client.query('select from note')).rowCount, 0);
  await client.query(`set bellwire.workspace = ''`);
  assert.equal((await client.query('select from note')).rowCount, 0);
});

for (const wrong of ['*', '', `${ours}'`, 'null']) {
  test(`${JSON.stringify(wrong)} does not pass for a workspace id`, async (t) => {
    const { inWorkspace } = await testDatabase(t);
    await assert.rejects(inWorkspace(wrong, readNotes), /A workspace id is a uuid/);
  });
}

test('a partition that is made later and read directly is behind the wall as well', async (t) => {
  const { inWorkspace, pool } = await testDatabase(t);
  await pool.query('create table log (workspace_id uuid, day date) partition by range (day)');
  await pool.query(`create table log_2026 partition of log for values from ('2026-01-01') to ('2027-01-01')`);
  await pool.query(raiseWorkspaceWalls);
  await pool.query(`create table log_2027 partition of log for values from ('2027-01-01') to ('2028-01-01')`);
  await pool.query(raiseWorkspaceWalls);
  await pool.query('insert into log values ($1, $2), ($1, $3)', [theirs, '2026-05-05', '2027-05-05']);
  for (const table of ['log', 'log_2026', 'log_2027']) {
    const { rows } = await inWorkspace(ours, (tx) => sql`select from ${sql.table(table)}`.execute(tx));
    assert.equal(rows.length, 0, table);
  }
});

test('the setting is read once for a statement, and not once for each row', async (t) => {
  const { inWorkspace } = await notesOfTwo(t);
  const plan = await inWorkspace(ours, (tx) =>
    sql<{ 'QUERY PLAN': string }>`explain (costs off) select * from note`.execute(tx),
  );
  const text = plan.rows.map((row) => row['QUERY PLAN']).join('\n');
  assert.match(text, /InitPlan/);
  const rowFilter = /Filter: .*/.exec(text)?.[0] ?? '';
  assert.doesNotMatch(rowFilter, /current_setting/);
});

async function notesOfTwo(t: TestContext, options: { poolSize?: number } = {}) {
  const database = await testDatabase(t, options);
  await database.pool.query('create table note (workspace_id uuid not null, words text not null)');
  await database.pool.query(raiseWorkspaceWalls);
  await database.pool.query('insert into note values ($1, $2), ($3, $4)', [
    ours,
    'our secret',
    theirs,
    'their secret',
  ]);
  return database;
}

async function readNotes(tx: Transaction<Tables>): Promise<string[]> {
  const { rows } = await sql<{ words: string }>`select words from note`.execute(tx);
  return rows.map((row) => row.words);
}
