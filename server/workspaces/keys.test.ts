// The keys that people make for their workspace.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { testApi } from '../http/test-api.ts';
import { addInstall, addKey, addMember, addWorkspace } from '../http/test-callers.ts';

const made = z.object({ key: z.string(), view: z.object({ id: z.uuid() }) });

test('a key works with its scopes from the moment it is made until the moment it is revoked', async (t) => {
  const api = await testApi(t);
  const { cookie } = await addMember(api, await addWorkspace(api, 'Ours'), 'admin');
  const answer = await api.ask('POST', '/api/keys', {
    cookie,
    body: { name: 'server', scopes: ['workspace:read', 'workspace:read'] },
  });
  const { key, view } = made.parse(answer.json);
  assert.partialDeepStrictEqual(answer.json, {
    view: { name: 'server', scopes: ['workspace:read'], start: key.slice(0, 11) },
  });
  assert.equal((await api.ask('GET', '/api/members', { key })).status, 200);
  assert.equal((await api.ask('DELETE', `/api/keys/${view.id}`, { cookie })).status, 200);
  assert.equal((await api.ask('GET', '/api/members', { key })).problem().code, 'key-revoked');
  assert.equal((await api.ask('DELETE', `/api/keys/${view.id}`, { cookie })).problem().code, 'not-found');
});

test('the list shows neither a key itself, nor revoked ones, nor those of installs, nor those of others', async (t) => {
  const api = await testApi(t);
  const ours = await addWorkspace(api, 'Ours');
  const { cookie } = await addMember(api, ours, 'admin');
  const { keyId, token } = await addKey(api, ours, { scopes: ['bots:read'] });
  await addKey(api, ours, { scopes: [], revokedAt: '2020-01-01T00:00:00Z' });
  await addKey(api, await addWorkspace(api, 'Theirs'), { scopes: [] });
  const install = await addInstall(api, ours, []);
  const { json } = await api.ask('GET', '/api/keys', { cookie });
  const { rows } = z.object({ rows: z.array(z.object({ id: z.uuid() })) }).parse(json);
  assert.deepEqual(
    rows.map(({ id }) => id),
    [keyId],
  );
  for (const secret of [token, install.token]) assert.ok(!JSON.stringify(json).includes(secret.slice(11)));
});

test('the keys of installs and of other workspaces cannot be revoked here', async (t) => {
  const api = await testApi(t);
  const ours = await addWorkspace(api, 'Ours');
  const { cookie } = await addMember(api, ours, 'admin');
  const theirs = await addKey(api, await addWorkspace(api, 'Theirs'), { scopes: ['workspace:read'] });
  assert.equal(
    (await api.ask('DELETE', `/api/keys/${theirs.keyId}`, { cookie })).problem().code,
    'not-found',
  );
  assert.equal((await api.ask('GET', '/api/members', { key: theirs.token })).status, 200);
});

test('a key that would have expired already is not made', async (t) => {
  const api = await testApi(t);
  const { cookie } = await addMember(api, await addWorkspace(api, 'Ours'), 'admin');
  const body = { name: 'late', scopes: ['bots:read'], expiresAt: '2020-01-01T00:00:00Z' };
  assert.deepEqual((await api.ask('POST', '/api/keys', { cookie, body })).problem().complaints[0]?.path, [
    'expiresAt',
  ]);
});
