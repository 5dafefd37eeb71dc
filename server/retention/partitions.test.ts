// Partitions: made ahead, walled, and found by id alone; what came before them, or too late for them, moves into its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { migrate, migrationsFolder } from '../database/migrate.ts';
import { testDatabase, type TestDatabase } from '../database/test-database.ts';
import { uuidSource } from '../database/uuid.ts';
import { makePartitionsAhead, readPartitions } from './partitions.ts';
import { WEEK_MS } from './weeks.ts';
import { oldDatabase } from './test-old-database.ts';

const workspace = '0193a4f0-0000-7000-8000-000000000001';

test('the coming weeks have partitions, without a gap, and a second call has nothing to do', async (t) => {
  const { pool } = await testDatabase(t);
  const later = Date.now() + 10 * WEEK_MS;
  const made = await makePartitionsAhead(pool, later);
  assert.ok(made.length >= 20, `${made.length} were made`);
  assert.deepEqual(await makePartitionsAhead(pool, later), []);
  for (const table of ['event', 'run'] as const) {
    const ends = (await readPartitions(pool, table)).map(({ to }) => to);
    assert.ok((ends.at(-1) ?? 0) >= later + 4 * WEEK_MS);
    ends.slice(1).forEach((end, index) => assert.equal(end - (ends[index] ?? 0), WEEK_MS));
  }
});

test('a row is read from the one partition that its id names', async (t) => {
  const { pool } = await testDatabase(t);
  await makePartitionsAhead(pool, Date.now());
  const id = idAt(Date.now() + 3 * WEEK_MS);
  await insertEvent(pool, id);
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(
    `explain (costs off) select * from event where workspace_id = '${workspace}' and id = '${id}'`,
  );
  const tables = rows.flatMap((row) => / on (event\w*)/.exec(row['QUERY PLAN'])?.[1] ?? []);
  assert.equal(new Set(tables).size, 1);
  assert.match(tables[0] ?? '', /^event_\d{8}$/);
});

test('a row of a week that has no partition is taken in, and moves into it when it is made', async (t) => {
  const { pool } = await testDatabase(t);
  const time = Date.now() + 9 * WEEK_MS;
  const id = idAt(time);
  await insertEvent(pool, id);
  assert.equal(await partitionOf(pool, id), 'event_default');
  await makePartitionsAhead(pool, time);
  assert.match(await partitionOf(pool, id), /^event_\d{8}$/);
  await pool.query(`insert into event (workspace_id, id, trigger, items, source, state, fired_by, fired_at)
    values ('${workspace}', '${id}', 't', '{}', 'api', 'parked', '', now()) on conflict (workspace_id, id) do update set state = excluded.state`);
  const { rows } = await pool.query('select state from event where id = $1', [id]);
  assert.deepEqual(rows, [{ state: 'parked' }]);
});

test('no partition shows a workspace the rows of another, though it is read directly', async (t) => {
  const { pool, inWorkspace } = await testDatabase(t);
  await makePartitionsAhead(pool, Date.now());
  for (const week of [0, 2, 3, 30]) await insertEvent(pool, idAt(Date.now() + week * WEEK_MS));
  const { rows } = await pool.query<{ name: string }>(
    `select relname as name from pg_class where relkind in ('r', 'p') and relname ~ '^(event|run)(_first|_default|_[0-9]{8})?$'`,
  );
  assert.ok(rows.length >= 10);
  const seen = await inWorkspace('0193a4f0-0000-7000-8000-000000000002', async (tx) => {
    const counts = [];
    for (const { name } of rows) {
      const answer = await sql<{
        count: number;
      }>`select count(*)::int as count from ${sql.table(name)}`.execute(tx);
      counts.push(answer.rows[0]?.count);
    }
    return counts;
  });
  assert.deepEqual(new Set(seen), new Set([0]));
  const all = await pool.query<{ count: string }>('select count(*) from event');
  assert.equal(Number(all.rows[0]?.count), 4);
});

test('events and runs of before the partitions are all there after the migration', async (t) => {
  const { pool } = await oldDatabase(t, '0025-partitions.sql');
  const ids = [idAt(Date.now() - 20 * WEEK_MS), idAt(Date.now()), idAt(Date.now() + 50 * WEEK_MS)];
  for (const id of ids) await insertEvent(pool, id);
  await migrate(pool, migrationsFolder);
  const { rows } = await pool.query<{ id: string; name: string }>(
    'select id, tableoid::regclass::text as name from event order by id',
  );
  assert.deepEqual(
    rows.map(({ id, name }) => [id, name]),
    [
      [ids[0], 'event_first'],
      [ids[1], 'event_first'],
      [ids[2], 'event_default'],
    ],
  );
  assert.ok((await makePartitionsAhead(pool, Date.now())).length > 0);
});

function idAt(time: number): string {
  return uuidSource(() => time)();
}

async function insertEvent(pool: TestDatabase['pool'], id: string): Promise<void> {
  await pool.query(
    `insert into event (workspace_id, id, trigger, items, source, state, fired_by, fired_at) values ($1, $2, 't', '{}', 'api', 'done', '', now())`,
    [workspace, id],
  );
}

async function partitionOf(pool: TestDatabase['pool'], id: string): Promise<string> {
  const { rows } = await pool.query<{ name: string }>(
    'select tableoid::regclass::text as name from event where id = $1',
    [id],
  );
  return rows[0]?.name ?? '';
}
