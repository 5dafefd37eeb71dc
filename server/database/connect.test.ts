// The connection: what it refuses, and the form in which values come back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import pino from 'pino';
import { ProblemError } from '@bellwire/model/problem.ts';
import { connect } from './connect.ts';
import { findFreePort } from './free-port.ts';
import { testDatabase } from './test-database.ts';

const log = pino({ level: 'silent' });

test('a server that is not there is named, with the way out and without the password', async () => {
  const port = await findFreePort();
  const url = `postgres://someone:hush-hush@127.0.0.1:${port}/somewhere`;
  const error = await connect({ url, log }).catch((thrown: unknown) => thrown);
  assert(error instanceof ProblemError);
  assert.match(error.message, new RegExp(`127\\.0\\.0\\.1:${port}.*Check DATABASE_URL`));
  assert.doesNotMatch(error.message + JSON.stringify(error.facts), /hush-hush/);
});

test('an address that is none is refused with the form it should have', async () => {
  await assert.rejects(
    connect({ url: 'host=localhost', log }),
    /postgres:\/\/user:password@host:5432\/database/,
  );
});

test('the address of a database carries the session settings to any other client', async (t) => {
  const { url } = await testDatabase(t);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select current_setting('bellwire.workspace') as workspace, current_setting('TimeZone') as zone`,
  );
  await client.end();
  assert.deepEqual(rows, [{ workspace: '*', zone: 'UTC' }]);
});

test("options that the operator's address already has are kept", async (t) => {
  const { url, beforeDrop } = await testDatabase(t);
  const withOption = new URL(url);
  withOption.searchParams.set('options', '-c statement_timeout=12345');
  const { pool, close } = await connect({ url: withOption.href, log, unsafeForTests: true });
  beforeDrop(close);
  assert.deepEqual((await pool.query('show statement_timeout')).rows, [{ statement_timeout: '12345ms' }]);
});

const values: [sql: string, expected: unknown][] = [
  [`'2026-11-22 09:30:00+02'::timestamptz`, '2026-11-22T07:30:00.000Z'],
  [`'2026-11-22 09:30:00.5Z'::timestamptz`, '2026-11-22T09:30:00.500Z'],
  [`'2026-11-22 09:30:00.123456Z'::timestamptz`, '2026-11-22T09:30:00.123456Z'],
  [`'infinity'::timestamptz`, 'infinity'],
  [`'2026-11-22'::date`, '2026-11-22'],
  [`'36 hours'::interval`, 'PT36H'],
  [`9007199254740991::bigint`, 9007199254740991],
  [`array[1, null]::bigint[]`, [1, null]],
  [`array['2026-11-22Z']::timestamptz[]`, ['2026-11-22T00:00:00.000Z']],
  [`'{"a": [1, "b"]}'::jsonb`, { a: [1, 'b'] }],
  [`1.10::numeric`, '1.10'],
];

test('values come back in the forms that the rest of the server expects', async (t) => {
  const { pool } = await testDatabase(t);
  for (const [sql, expected] of values) {
    assert.deepEqual((await pool.query(`select ${sql} as value`)).rows, [{ value: expected }], sql);
  }
});

test('a bigint that a number cannot hold is an error and not a rounded number', async (t) => {
  const { pool } = await testDatabase(t);
  await assert.rejects(pool.query('select 9007199254740993::bigint'), /beyond 2\^53/);
});
