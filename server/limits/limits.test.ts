// Limits over a whole server: a fire too many is refused before its body is read, and the page of the limits tells it.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { uuidV7 } from '../database/uuid.ts';
import { createToken } from '../people/token.ts';
import { startTestServer } from '../start-test-server.ts';

test('a fire too many is refused with 429 and the time to wait, whatever its body is', async (t) => {
  const { fire } = await slowServer(t);
  const first = await fire('{"trigger":"paid","contact":"f9u1","items":{}}');
  assert.notEqual(first.status, 429);
  await fire('{}');
  const refused = await fire('this is not even JSON');
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers.get('retry-after')) >= 1);
  assert.equal(refused.headers.get('ratelimit-limit'), '2');
  assert.equal(refused.headers.get('ratelimit-remaining'), '0');
});

test('the limits tell what was met, and a lower one of the workspace holds within seconds', async (t) => {
  const { fire, ask } = await slowServer(t);
  for (let n = 0; n < 5; n++) await fire('{}');
  const met = await until(async () => {
    const { limits } = await ask('GET');
    return limits.find(({ name }) => name === 'install-rate')?.met ?? undefined;
  });
  assert.equal(met.times, 3);
  const { limits } = await ask('PUT', { firesPerSecond: 1, mostWaiting: 7 });
  assert.deepEqual(
    limits.map(({ name, limit }) => [name, limit]),
    [
      ['install-rate', 1],
      ['workspace-rate', 1],
      ['waiting', 7],
    ],
  );
});

test('a workspace of which too much waits takes nothing more in until some of it is done', async (t) => {
  const { fire, ask, pool, workspaceId } = await slowServer(t);
  await ask('PUT', { firesPerSecond: null, mostWaiting: 3 });
  // In a shard that there is not, so that nobody works them off.
  for (let n = 1; n <= 3; n++)
    await pool.query(
      `insert into lane_log (lane, shard, workspace_id, id, kind, body, accepted_at) values ($1, 999, $2, $1, 'change', '{}', now())`,
      [uuidV7(), workspaceId],
    );
  const refused = await until(async () => {
    const answer = await fire('{}');
    return answer.headers.get('retry-after') === '10' ? answer : undefined;
  });
  assert.equal(refused.status, 429);
  assert.match(await refused.text(), /wait to be worked off/);
});

interface LimitRow {
  readonly name: string;
  readonly limit: number;
  readonly met: { readonly times: number } | null;
}

async function slowServer(t: TestContext) {
  const fireLimits = {
    install: { perSecond: 1, burst: 2 },
    workspace: { perSecond: 5, burst: 5 },
    mostWaiting: 100,
  };
  const { origin, database } = await startTestServer(t, { fireLimits });
  const { pool } = database;
  const workspaceId = uuidV7();
  await pool.query('insert into workspace (id, name) values ($1, $2)', [workspaceId, 'Slow']);
  const installId = await insertInstall(pool, workspaceId);
  const keyOf = async (scopes: string, install: string | null): Promise<string> => {
    const { token, hash, start } = createToken('key');
    await pool.query(
      `insert into api_key (id, workspace_id, install_id, name, scopes, token_hash, start) values ($1, $2, $3, 'k', $4, $5, $6)`,
      [uuidV7(), workspaceId, install, scopes, hash, start],
    );
    return token;
  };
  const firing = await keyOf('{triggers:fire}', installId);
  const asking = await keyOf('{workspace:read,workspace:write}', null);
  return {
    pool,
    workspaceId,
    fire: (body: string) =>
      fetch(`${origin}/api/events`, { method: 'POST', headers: { authorization: `Bearer ${firing}` }, body }),
    ask: async (method: 'GET' | 'PUT', body?: unknown): Promise<{ limits: LimitRow[] }> => {
      const headers = { authorization: `Bearer ${asking}`, 'content-type': 'application/json' };
      const answer = await fetch(`${origin}/api/limits`, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      assert.equal(answer.status, 200);
      return answer.json();
    },
  };
}

type Pool = Awaited<ReturnType<typeof startTestServer>>['database']['pool'];

async function insertInstall(pool: Pool, workspaceId: string): Promise<string> {
  const [appId, versionId, installId] = [uuidV7(), uuidV7(), uuidV7()];
  await pool.query(`insert into app (id, workspace_id, name, draft) values ($1, $2, 'slow', '{}')`, [
    appId,
    workspaceId,
  ]);
  await pool.query(
    `insert into app_version (id, workspace_id, app_id, number, definition) values ($1, $2, $3, 1, '{"triggers": []}')`,
    [versionId, workspaceId, appId],
  );
  await pool.query(
    `insert into install (id, workspace_id, app_id, version_id, name) values ($1, $2, $3, $4, 'Slow')`,
    [installId, workspaceId, appId, versionId],
  );
  return installId;
}

async function until<Value>(look: () => Promise<Value | undefined>): Promise<Value> {
  for (let tries = 0; tries < 100; tries++) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(100);
  }
  throw new Error('It did not come about within ten seconds.');
}
