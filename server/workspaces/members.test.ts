// Members and invitations: who joins, who may what, and that an owner always stays.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import type { TestApi } from '../http/test-api.ts';
import { testApi } from '../http/test-api.ts';
import { addMember, addPerson, addWorkspace } from '../http/test-callers.ts';

test('of two owners who step back at once, one stays', async (t) => {
  const api = await testApi(t);
  const workspaceId = await addWorkspace(api, 'Ours');
  const owners = [await addMember(api, workspaceId, 'owner'), await addMember(api, workspaceId, 'owner')];
  const answers = await Promise.all(
    owners.map(({ personId, cookie }) =>
      api.ask('PATCH', `/api/members/${personId}`, { cookie, body: { role: 'viewer' } }),
    ),
  );
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  );
  assert.deepEqual(await rolesOf(api), ['owner', 'viewer']);
});

test('the last owner can be neither demoted nor taken out', async (t) => {
  const api = await testApi(t);
  const { personId, cookie } = await addMember(api, await addWorkspace(api, 'Ours'), 'owner');
  assert.equal(
    (await api.ask('PATCH', `/api/members/${personId}`, { cookie, body: { role: 'admin' } })).problem().code,
    'conflict',
  );
  assert.equal((await api.ask('DELETE', `/api/members/${personId}`, { cookie })).problem().code, 'conflict');
  assert.equal(
    (await api.ask('PATCH', `/api/members/${personId}`, { cookie, body: { role: 'owner' } })).status,
    200,
  );
});

test('an admin takes out members, but no owner', async (t) => {
  const api = await testApi(t);
  const workspaceId = await addWorkspace(api, 'Ours');
  const [owner, admin, viewer] = [
    await addMember(api, workspaceId, 'owner'),
    await addMember(api, workspaceId, 'admin'),
    await addMember(api, workspaceId, 'viewer'),
  ];
  await addMember(api, workspaceId, 'owner');
  const takeOut = (personId: string) =>
    api.ask('DELETE', `/api/members/${personId}`, { cookie: admin.cookie });
  assert.equal((await takeOut(owner.personId)).problem().code, 'forbidden');
  assert.equal((await takeOut(viewer.personId)).status, 200);
  assert.equal((await takeOut(viewer.personId)).problem().code, 'not-found');
  assert.equal((await api.ask('GET', '/api/home', { cookie: viewer.cookie })).problem().code, 'forbidden');
});

test("a member of another workspace is none of ours, even where one's id is known", async (t) => {
  const api = await testApi(t);
  const { cookie } = await addMember(api, await addWorkspace(api, 'Ours'), 'owner');
  const stranger = await addMember(api, await addWorkspace(api, 'Theirs'), 'viewer');
  const path = `/api/members/${stranger.personId}`;
  assert.equal(
    (await api.ask('PATCH', path, { cookie, body: { role: 'admin' } })).problem().code,
    'not-found',
  );
  assert.equal((await api.ask('DELETE', path, { cookie })).problem().code, 'not-found');
  assert.deepEqual(await rolesOf(api), ['owner', 'viewer']);
});

test('an invitation makes the one invited a member, once, of two who use it at once', async (t) => {
  const api = await testApi(t);
  const admin = await addMember(api, await addWorkspace(api, 'Ours'), 'admin');
  const guest = await addPerson(api, 'Guest');
  const token = await invite(api, admin.cookie, guest.email.toUpperCase());
  const accept = () => api.ask('POST', '/api/invitations/accept', { cookie: guest.cookie, body: { token } });
  const answers = await Promise.all([accept(), accept()]);
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 410],
  );
  assert.partialDeepStrictEqual(answers.find(({ status }) => status === 200)?.json, {
    name: 'Ours',
    role: 'builder',
  });
  const { json } = await api.ask('GET', '/api/members', { cookie: admin.cookie });
  assert.partialDeepStrictEqual(json, {
    members: [{ role: 'admin' }, { role: 'builder', email: guest.email }],
    invitations: [],
  });
});

test('somebody else who finds the invitation cannot use it, and it stays good', async (t) => {
  const api = await testApi(t);
  const admin = await addMember(api, await addWorkspace(api, 'Ours'), 'admin');
  const [guest, finder] = [await addPerson(api, 'Guest'), await addPerson(api, 'Finder')];
  const token = await invite(api, admin.cookie, guest.email);
  const accept = (cookie: string) => api.ask('POST', '/api/invitations/accept', { cookie, body: { token } });
  assert.equal((await accept(finder.cookie)).problem().code, 'forbidden');
  assert.equal((await accept(guest.cookie)).status, 200);
});

test('an invitation ends after seven days, and where another one to the same address follows it', async (t) => {
  const api = await testApi(t);
  const admin = await addMember(api, await addWorkspace(api, 'Ours'), 'admin');
  const guest = await addPerson(api, 'Guest');
  const accept = (token: string) =>
    api.ask('POST', '/api/invitations/accept', { cookie: guest.cookie, body: { token } });
  const first = await invite(api, admin.cookie, guest.email);
  const second = await invite(api, admin.cookie, guest.email);
  assert.equal((await accept(first)).problem().code, 'gone');
  await api.pool.query("update invitation set expires_at = now() - interval '1 second'");
  assert.equal((await accept(second)).problem().code, 'gone');
  assert.match((await accept('null')).problem().says, /no invitation/);
});

test('a member is not invited again, and keeps the role where an old invitation is used', async (t) => {
  const api = await testApi(t);
  const workspaceId = await addWorkspace(api, 'Ours');
  const admin = await addMember(api, workspaceId, 'admin');
  const guest = await addPerson(api, 'Guest');
  const token = await invite(api, admin.cookie, guest.email);
  const member = { workspace_id: workspaceId, person_id: guest.personId, role: 'owner' as const };
  await api.platform.insertInto('member').values(member).execute();
  const again = await api.ask('POST', '/api/invitations', {
    cookie: admin.cookie,
    body: { email: guest.email, role: 'viewer' },
  });
  assert.equal(again.problem().code, 'conflict');
  const accepted = await api.ask('POST', '/api/invitations/accept', {
    cookie: guest.cookie,
    body: { token },
  });
  assert.partialDeepStrictEqual(accepted.json, { role: 'owner' });
});

async function invite({ ask }: TestApi, cookie: string, email: string): Promise<string> {
  const { json } = await ask('POST', '/api/invitations', { cookie, body: { email, role: 'builder' } });
  const { address } = z.object({ address: z.string().startsWith('http://localhost:3000/join#') }).parse(json);
  return address.split('#')[1] ?? '';
}

async function rolesOf({ platform }: TestApi): Promise<string[]> {
  const rows = await platform.selectFrom('member').select('role').execute();
  return rows.map(({ role }) => role).toSorted();
}
