// Retention: what is too old goes, what is parked or waits stays, and no workspace loses anything by another's choice.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { daysThatHold, usualKeepDays } from '@bellwire/model/retention.ts';
import { testDatabase } from '../database/test-database.ts';
import { uuidSource } from '../database/uuid.ts';
import { makePartitionsAhead, readPartitions } from './partitions.ts';
import { removeOld } from './remove-old.ts';

const DAY_MS = 24 * 3600 * 1000;
const one = '0193a4f0-0000-7000-8000-000000000001';
const other = '0193a4f0-0000-7000-8000-000000000002';

test('weeks that nobody keeps any more are dropped, and younger events are untouched', async (t) => {
  const { pool, ages, put, remove } = await keeping(t);
  for (const age of [130, 120, 98, 89, 1]) await put(one, age, 'done');
  const before = (await readPartitions(pool, 'event')).length;
  await remove();
  assert.deepEqual(await ages(one), [89, 1]);
  assert.ok((await readPartitions(pool, 'event')).length < before);
});

test('what is parked and what waits stays in an old week, and everything around it goes', async (t) => {
  const { pool, ages, put, remove } = await keeping(t);
  const parked = await put(one, 130, 'parked');
  await put(one, 130, 'done');
  await pool.query(
    `insert into parked (id, workspace_id, event_id, reason, since) values (gen_random_uuid(), $1, $2, 'bot-paused', now())`,
    [one, parked],
  );
  await putRun(pool, 130, 'waiting');
  await putRun(pool, 130, 'done');
  await remove();
  assert.deepEqual(await ages(one), [130]);
  const { rows } = await pool.query('select status from run');
  assert.deepEqual(rows, [{ status: 'waiting' }]);
  await pool.query('delete from parked');
  await remove();
  assert.deepEqual(await ages(one), []);
});

test('a workspace that keeps less loses its own only', async (t) => {
  const { pool, ages, put, remove } = await keeping(t);
  await pool.query('insert into retention (workspace_id, event_days) values ($1, 7)', [one]);
  for (const workspace of [one, other]) for (const age of [60, 8, 6]) await put(workspace, age, 'done');
  await remove();
  assert.deepEqual(await ages(one), [6]);
  assert.deepEqual(await ages(other), [60, 8, 6]);
});

test('unheard events and refusals go before the others', async (t) => {
  const { ages, put, remove } = await keeping(t);
  await put(one, 31, 'refused');
  await put(one, 29, 'refused');
  await put(one, 15, 'unheard');
  await put(one, 13, 'unheard');
  await put(one, 40, 'done');
  await remove();
  assert.deepEqual(await ages(one), [40, 29, 13]);
});

test('messages stay for ever, unless a workspace says otherwise', async (t) => {
  const { pool, remove } = await keeping(t);
  for (const workspace of [one, other])
    for (const age of [400, 10])
      await pool.query(
        `insert into message (workspace_id, contact_id, seq, id, sender, content, sent_at)
         values ($1, $1, $2, gen_random_uuid(), 'bot', '{}', now() - make_interval(days => $2))`,
        [workspace, age],
      );
  await pool.query('insert into retention (workspace_id, message_days) values ($1, 365)', [one]);
  await remove();
  const { rows } = await pool.query<{ seq: number }>('select seq from message order by workspace_id, seq');
  assert.deepEqual(
    rows.map(({ seq }) => seq),
    [10, 10, 400],
  );
});

test('more than a step can take goes in several', async (t) => {
  const { pool, remove } = await keeping(t);
  await pool.query(
    `insert into message_key (workspace_id, contact_id, key, created_at)
     select $1, $1, n::text, now() - interval '31 days' from generate_series(1, 4500) n`,
    [one],
  );
  await remove();
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from message_key');
  assert.deepEqual(rows, [{ count: 0 }]);
});

test('a workspace may keep less than the operator, and no part of the events longer than events', () => {
  const nothing = { event: null, unheard: null, refused: null, message: null };
  assert.deepEqual(daysThatHold(usualKeepDays, nothing), usualKeepDays);
  assert.deepEqual(daysThatHold(usualKeepDays, { event: 400, unheard: 60, refused: null, message: 30 }), {
    event: 90,
    unheard: 60,
    refused: 30,
    message: 30,
  });
  assert.deepEqual(daysThatHold(usualKeepDays, { ...nothing, event: 7 }), {
    event: 7,
    unheard: 7,
    refused: 7,
    message: null,
  });
});

type Pool = Awaited<ReturnType<typeof testDatabase>>['pool'];

async function keeping(t: TestContext) {
  const { pool } = await testDatabase(t);
  await pool.query(`insert into workspace (id, name) values ($1, 'One'), ($2, 'Other')`, [one, other]);
  // Partitions as they are after half a year: the first one ends before what the tests put in.
  for (const table of ['event', 'run'])
    await pool.query(`alter table ${table} detach partition ${table}_first;
      do $$ begin
        execute format('alter table ${table} attach partition ${table}_first for values from (minvalue) to (%L)',
                       id_at(date_trunc('week', now()) - interval '26 weeks'));
      end $$`);
  await makePartitionsAhead(pool, Date.now());
  return {
    pool,
    put: async (workspaceId: string, daysOld: number, state: string): Promise<string> => {
      const id = idOf(daysOld);
      await pool.query(
        `insert into event (workspace_id, id, trigger, items, source, state, fired_by, fired_at)
         values ($1, $2, 't', '{}', 'api', $3, '', now() - make_interval(days => $4))`,
        [workspaceId, id, state, daysOld],
      );
      return id;
    },
    ages: async (workspaceId: string): Promise<number[]> => {
      const { rows } = await pool.query<{ days: number }>(
        `select round(extract(epoch from now() - fired_at) / 86400)::int as days from event where workspace_id = $1 order by id`,
        [workspaceId],
      );
      return rows.map(({ days }) => days);
    },
    remove: () =>
      removeOld({ pool, keepDays: usualKeepDays, now: Date.now(), signal: new AbortController().signal }),
  };
}

function idOf(daysOld: number): string {
  return uuidSource(() => Date.now() - daysOld * DAY_MS)();
}

async function putRun(pool: Pool, daysOld: number, status: string): Promise<void> {
  await pool.query(
    `insert into run (workspace_id, id, status, history, started_at) values ($1, $2, $3, '[]', now())`,
    [one, idOf(daysOld), status],
  );
}
