// Tests of the way to the server that takes connections, where several are named. That a standby is left again: test/machines.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import pino from 'pino';
import { chooseAmong } from './addresses.ts';
import { connect } from './connect.ts';
import { dialer } from './dialer.ts';
import { findFreePort } from './free-port.ts';
import { openPool } from './open-pool.ts';
import { testDatabase } from './test-database.ts';

const unheard = { onError: () => undefined };

test('a connection of its own that meets a server which is gone sends the next one to the other', async (t) => {
  const { gone, there } = await twoServers(t);
  const { open } = dialer(chooseAmong([gone, there]));
  await assert.rejects(open(unheard), /ECONNREFUSED/);
  const client = await open(unheard);
  assert.deepEqual((await client.query('select 1 as one')).rows, [{ one: 1 }]);
  await client.end();
});

test('a pool goes on at the other server by itself', async (t) => {
  const { gone, there } = await twoServers(t);
  const { pool, end } = openPool({ ...dialer(chooseAmong([gone, there])).forPool, max: 2 });
  await assert.rejects(pool.query('select 1'), /ECONNREFUSED/);
  const both = await Promise.all([pool.query('select 1 as one'), pool.query('select 1 as one')]);
  assert.deepEqual(
    both.map(({ rows }) => rows),
    [[{ one: 1 }], [{ one: 1 }]],
  );
  await end();
});

test('at the start, each server named is tried', async (t) => {
  const { gone, there } = await twoServers(t);
  const url = there.replace('@', `@${new URL(gone).host},`);
  const database = await connect({ url, log: pino({ level: 'silent' }), unsafeForTests: true });
  const client = await database.openClient(unheard);
  const { rows } = await client.query(`select current_setting('bellwire.workspace') as workspace`);
  assert.deepEqual(rows, [{ workspace: '*' }]);
  await client.end();
  await database.close();
});

async function twoServers(t: TestContext): Promise<{ gone: string; there: string }> {
  const { url: there } = await testDatabase(t);
  const gone = new URL(there);
  gone.port = String(await findFreePort());
  return { gone: gone.href, there };
}
