// What becomes of what was thrown.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { testApi, unreachable } from './test-api.ts';
import { addMember, addWorkspace } from './test-callers.ts';

test('a database that is away is told as 503 with the time to wait, without its address', async (t) => {
  const nobodyThere = new pg.Pool({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 500 });
  t.after(() => nobodyThere.end());
  const api = await testApi(t, {
    handlers: { ...unreachable(), listBots: () => failing(nobodyThere.query('select 1')) },
  });
  const { cookie } = await addMember(api, await addWorkspace(api, 'Ours'), 'owner');
  const answer = await api.ask('GET', '/api/bots', { cookie });
  assert.equal(answer.status, 503);
  assert.equal(answer.headers.get('retry-after'), '2');
  assert.doesNotMatch(JSON.stringify(answer.json), /127\.0\.0\.1|ECONNREFUSED/);
});

test('a session that the server ended is an absence too, a wrong query is a fault of ours', async (t) => {
  const api = await testApi(t, {
    handlers: {
      ...unreachable(),
      listBots: () => failing(api.pool.query('select pg_terminate_backend(pg_backend_pid())')),
      listApps: () => failing(api.pool.query('select no_such_column')),
    },
  });
  const { cookie } = await addMember(api, await addWorkspace(api, 'Ours'), 'owner');
  assert.equal((await api.ask('GET', '/api/bots', { cookie })).problem().code, 'not-ready');
  assert.equal((await api.ask('GET', '/api/apps', { cookie })).problem().code, 'internal');
});

async function failing(query: Promise<unknown>): Promise<never> {
  await query;
  throw new Error('The query did not fail.');
}
