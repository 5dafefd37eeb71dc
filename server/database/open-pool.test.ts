// The end of a pool: after it, nothing that happens to the server reaches us.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPool } from './open-pool.ts';
import { testDatabase } from './test-database.ts';

test('when end() comes back, the server has no session of the pool left', async (t) => {
  const { pool: other, url } = await testDatabase(t);
  const name = 'ends-whole';
  const { pool, end } = openPool({ connectionString: url, application_name: name, max: 5 });
  await Promise.all(Array.from({ length: 5 }, () => pool.query('select pg_sleep(0.05)')));
  await end();
  const { rowCount } = await other.query('select from pg_stat_activity where application_name = $1', [name]);
  assert.equal(rowCount, 0);
});

test("a connection that breaks in somebody's hands fails their next query, and nothing else", async (t) => {
  const { pool: other, url } = await testDatabase(t);
  const { pool, end } = openPool({ connectionString: url, max: 1 });
  const client = await pool.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const isBroken = new Promise<void>((resolve) => client.once('end', resolve));
  await other.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await isBroken;
  await assert.rejects(client.query('select 1'));
  client.release(true);
  await end();
});
