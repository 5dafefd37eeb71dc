// The tests' own databases: apart from each other, migrated, and gone afterwards.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { testDatabase } from './test-database.ts';

test('two test databases know nothing of each other', async (t) => {
  const [one, other] = await Promise.all([testDatabase(t), testDatabase(t)]);
  await one.pool.query('create table only_here (id integer)');
  await assert.rejects(other.pool.query('select from only_here'), /does not exist/);
});

test('a test database has the newest schema', async (t) => {
  const { platform } = await testDatabase(t);
  await platform.selectFrom('schema_version').selectAll().execute();
});

test('a test database is dropped when its test ends', async (t) => {
  let url = '';
  await t.test('a test with a database', async (inner) => {
    url = (await testDatabase(inner)).url;
  });
  const client = new pg.Client({ connectionString: url });
  await assert.rejects(client.connect(), /does not exist/);
});

test('what was registered with beforeDrop still has the database, the newest first', async (t) => {
  const order: string[] = [];
  await t.test('a test with a worker', async (inner) => {
    const { pool, beforeDrop } = await testDatabase(inner);
    for (const name of ['first', 'second']) {
      beforeDrop(async () => {
        await pool.query('select from schema_version');
        order.push(name);
      });
    }
  });
  assert.deepEqual(order, ['second', 'first']);
});
