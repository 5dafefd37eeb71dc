// Signing up, in and out, as a browser sees it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { testApi } from '../http/test-api.ts';
import { addMember, addWorkspace } from '../http/test-callers.ts';

const ada = {
  name: 'Ada',
  email: 'Ada@Example.com',
  password: 'correct horse battery',
  workspaceName: 'Engines',
};
const signIn = { email: 'ada@example.com', password: ada.password };

test('signing up makes a person, a workspace and its owner, and signs in', async (t) => {
  const { ask } = await testApi(t);
  const signedUp = await ask('POST', '/api/sign-up', { body: ada });
  assert.equal(signedUp.status, 201);
  const me = await ask('GET', '/api/me', { cookie: signedUp.cookie });
  assert.deepEqual(me.json, signedUp.json);
  assert.partialDeepStrictEqual(me.json, {
    person: { name: 'Ada', email: 'ada@example.com' },
    workspaces: [{ name: 'Engines', role: 'owner' }],
  });
});

test('of two who sign up at once with one address, one gets it and nothing is left of the other', async (t) => {
  const { ask, pool } = await testApi(t);
  const answers = await Promise.all([
    ask('POST', '/api/sign-up', { body: ada }),
    ask('POST', '/api/sign-up', { body: ada }),
  ]);
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [201, 409],
  );
  assert.equal((await pool.query('select from workspace')).rowCount, 1);
});

test('a password that grows beyond the limit when its letters are made alike is refused as too long', async (t) => {
  const { ask } = await testApi(t);
  const answer = await ask('POST', '/api/sign-up', { body: { ...ada, password: '\ufdfa'.repeat(20) } });
  assert.deepEqual(answer.problem().complaints[0]?.path, ['password']);
});

test('an unknown person and a wrong password get the same answer', async (t) => {
  const { ask } = await testApi(t);
  await ask('POST', '/api/sign-up', { body: ada });
  const wrong = await ask('POST', '/api/sign-in', { body: { ...signIn, password: 'wrong' } });
  const unknown = await ask('POST', '/api/sign-in', { body: { ...signIn, email: 'nobody@example.com' } });
  assert.equal(wrong.status, 401);
  assert.deepEqual(unknown.json, wrong.json);
  assert.equal(unknown.headers.get('set-cookie'), null);
});

test('signing in starts a new session, and the one that the browser had before opens nothing any more', async (t) => {
  const { ask } = await testApi(t);
  const before = (await ask('POST', '/api/sign-up', { body: ada })).cookie;
  const after = (await ask('POST', '/api/sign-in', { body: signIn, cookie: before })).cookie;
  assert.notEqual(after, before);
  assert.equal((await ask('GET', '/api/me', { cookie: after })).status, 200);
  assert.equal((await ask('GET', '/api/me', { cookie: before })).status, 401);
});

test('signing out ends this session on the server, and no other', async (t) => {
  const { ask } = await testApi(t);
  const one = (await ask('POST', '/api/sign-up', { body: ada })).cookie;
  const other = (await ask('POST', '/api/sign-in', { body: signIn })).cookie;
  const out = await ask('POST', '/api/sign-out', { cookie: one });
  assert.match(out.headers.get('set-cookie') ?? '', /Max-Age=0/);
  assert.equal((await ask('GET', '/api/me', { cookie: one })).status, 401);
  assert.equal((await ask('GET', '/api/me', { cookie: other })).status, 200);
});

test('only the hash of a session is kept, and the cookie is out of reach of scripts and other sites', async (t) => {
  const { ask, pool } = await testApi(t);
  const { cookie = '', headers } = await ask('POST', '/api/sign-up', { body: ada });
  assert.match(
    headers.get('set-cookie') ?? '',
    /^bellwire=bw_ses_\w+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/,
  );
  const { rows } = await pool.query("select encode(token_hash, 'escape') || s::text as text from session s");
  assert.ok(!JSON.stringify(rows).includes(cookie.slice('bellwire='.length)));
});

test('behind https the cookie is bound to it and to this host', async (t) => {
  const { ask } = await testApi(t, { publicUrl: 'https://bots.example.com' });
  const { headers } = await ask('POST', '/api/sign-up', { body: ada });
  assert.match(
    headers.get('set-cookie') ?? '',
    /^__Host-bellwire=.*; Path=\/; HttpOnly; SameSite=Lax; .*; Secure$/,
  );
});

test('a session lasts thirty days after its last use', async (t) => {
  const api = await testApi(t);
  const { cookie } = await addMember(api, await addWorkspace(api, 'Ours'), 'owner');
  await api.pool.query(
    "update session set last_used_at = now() - interval '29 days', expires_at = now() + interval '1 day'",
  );
  assert.equal((await api.ask('GET', '/api/me', { cookie })).status, 200);
  const { rows } = await api.pool.query(
    "select expires_at > now() + interval '29 days' as prolonged from session",
  );
  assert.deepEqual(rows, [{ prolonged: true }]);
  await api.pool.query("update session set expires_at = now() - interval '1 second'");
  assert.equal((await api.ask('GET', '/api/me', { cookie })).status, 401);
});

test('after ten tries at one account the next is refused, with the time to wait, also with the right password', async (t) => {
  const { ask } = await testApi(t);
  await ask('POST', '/api/sign-up', { body: ada });
  for (let tries = 0; tries < 10; tries += 1)
    await ask('POST', '/api/sign-in', { body: { ...signIn, password: 'wrong' } });
  const refused = await ask('POST', '/api/sign-in', { body: signIn });
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  const other = await ask('POST', '/api/sign-in', { body: { ...signIn, email: 'other@example.com' } });
  assert.equal(other.status, 401);
});

const origins: [what: string, headers: Record<string, string>, status: number][] = [
  ['our own page', { 'sec-fetch-site': 'same-origin' }, 200],
  ['our own page in a browser that tells only the origin', { origin: 'http://localhost:3000' }, 200],
  [
    'our own page under another name of this server',
    { origin: 'http://192.168.1.5:3000', host: '192.168.1.5:3000' },
    200,
  ],
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
  [
    'another site that says it is ours',
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
    403,
  ],
  ['another host of our domain', { 'sec-fetch-site': 'same-site' }, 403],
  ['a page without an origin, such as a sandboxed frame', { origin: 'null' }, 403],
  ['another port', { origin: 'http://localhost:4000' }, 403],
];

for (const [what, headers, status] of origins) {
  test(`a write with a cookie from ${what} is answered with ${status}`, async (t) => {
    const api = await testApi(t);
    const { cookie } = await addMember(api, await addWorkspace(api, 'Ours'), 'owner');
    const answer = await api.ask('POST', '/api/sign-out', { headers: { cookie, ...headers } });
    assert.equal(answer.status, status);
    if (status === 403) assert.equal(answer.problem().code, 'bad-origin');
    assert.equal((await api.ask('GET', '/api/me', { cookie })).status, status === 403 ? 200 : 401);
  });
}

test('a write with a cookie that says nothing of where it comes from is refused', async (t) => {
  const api = await testApi(t);
  const { cookie } = await addMember(api, await addWorkspace(api, 'Ours'), 'owner');
  assert.equal(
    (await api.ask('POST', '/api/sign-out', { headers: { cookie } })).problem().code,
    'bad-origin',
  );
});

test('another site cannot sign a visitor in as somebody else', async (t) => {
  const { ask } = await testApi(t);
  await ask('POST', '/api/sign-up', { body: ada });
  const answer = await ask('POST', '/api/sign-in', {
    body: signIn,
    headers: { origin: 'https://evil.example' },
  });
  assert.equal(answer.problem().code, 'bad-origin');
});

test('a person works in the workspace they joined first, or in the one they name', async (t) => {
  const { ask } = await testApi(t);
  const { cookie } = await ask('POST', '/api/sign-up', { body: ada });
  const second = z
    .object({ id: z.uuid() })
    .parse((await ask('POST', '/api/workspaces', { cookie, body: { name: 'Second' } })).json);
  await ask('POST', '/api/keys', {
    cookie,
    workspaceId: second.id,
    body: { name: 'k', scopes: ['bots:read'] },
  });
  const keysIn = async (workspaceId?: string) =>
    z
      .object({ rows: z.array(z.unknown()) })
      .parse(
        (await ask('GET', '/api/keys', { cookie, ...(workspaceId !== undefined && { workspaceId }) })).json,
      ).rows.length;
  assert.equal(await keysIn(), 0);
  assert.equal(await keysIn(second.id), 1);
  assert.equal((await ask('GET', '/api/keys', { cookie, workspaceId: 'no-id' })).status, 422);
});
