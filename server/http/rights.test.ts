// Every operation against every caller who may not do it. A new operation is covered by being in the list.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Operation, Role } from '@bellwire/model/operation.ts';
import { roles } from '@bellwire/model/operation.ts';
import { operationNames, operationOf } from '@bellwire/model/operations/all.ts';
import type { ProblemCode } from '@bellwire/model/problem.ts';
import { installScopes, keyScopes } from '@bellwire/model/scope.ts';
import { streamNames, streamOf } from '@bellwire/model/streams.ts';
import { uuidV7 } from '../database/uuid.ts';
import { createToken } from '../people/token.ts';
import type { Answer, Asking, TestApi } from './test-api.ts';
import { testApi, unreachable } from './test-api.ts';
import { addInstall, addKey, addMember, addPerson, addWorkspace } from './test-callers.ts';

test('only signing up and signing in are open to anyone', () => {
  const open = operationNames.filter((name) => operationOf(name).who === 'anyone');
  assert.deepEqual(open, ['signUp', 'signIn']);
});

test('what an owner alone may do, no key may: an admin could make the key', () => {
  const byKey = operationNames.filter(
    (name) => operationOf(name).who === 'owner' && operationOf(name).scope !== undefined,
  );
  assert.deepEqual(byKey, []);
});

test('what an install may do needs a scope that an install can have', () => {
  for (const operation of guarded) {
    if (operation.who === 'install')
      assert.ok(
        installScopes.some((scope) => scope === operation.scope),
        operation.path,
      );
  }
});

const guarded = [...operationNames.map(operationOf), ...streamNames.map(streamOf)].filter(
  ({ who }) => who !== 'anyone',
);

/**
 * Each caller, and the problem that each operation has to answer them with; undefined where they may do it.
 */
const callers: Readonly<Record<string, (operation: Operation) => ProblemCode | undefined>> = {
  nobody: () => 'not-signed-in',
  'a session that is over': () => 'not-signed-in',
  'the owner of another workspace, who names this one': () => 'forbidden',
  'a person without a workspace': ({ who }) => (who === 'person' ? undefined : 'forbidden'),
  viewer: mayFrom('viewer'),
  agent: mayFrom('agent'),
  builder: mayFrom('builder'),
  admin: mayFrom('admin'),
  owner: mayFrom('owner'),
  'a key without scopes': () => 'forbidden',
  'a key with every scope but the one': () => 'forbidden',
  'a key with every scope': ({ who, scope }) =>
    scope === undefined || who === 'install' ? 'forbidden' : undefined,
  'a key with every scope, of another workspace, that names this one': () => 'forbidden',
  'a key of an install': ({ scope }) =>
    installScopes.some((one) => one === scope) ? undefined : 'forbidden',
  'a key of an app that was uninstalled': () => 'install-gone',
  'a key that has expired': () => 'key-expired',
  'a key that was revoked': () => 'key-revoked',
  'a key that nobody knows': () => 'key-unknown',
  'something that is no key, beside a good session': () => 'key-unknown',
};

function mayFrom(role: Role): (operation: Operation) => ProblemCode | undefined {
  return ({ who }) => {
    if (who === 'person') return undefined;
    if (who === 'key' || who === 'install' || who === 'anyone') return 'forbidden';
    return roles.indexOf(role) >= roles.indexOf(who) ? undefined : 'forbidden';
  };
}

test('every operation answers every caller as its declaration says, before its handler is reached', async (t) => {
  const api = await testApi(t, { handlers: unreachable() });
  const askers = await makeAskers(api);
  assert.deepEqual(Object.keys(askers).toSorted(), Object.keys(callers).toSorted());
  for (const [name, expected] of Object.entries(callers)) {
    await t.test(name, () => askAll(api, askers[name] ?? (() => ({})), expected));
  }
});

async function askAll(
  api: TestApi,
  asker: Asker,
  expected: (operation: Operation) => ProblemCode | undefined,
): Promise<void> {
  for (const operation of guarded) {
    const { method, path } = operation;
    const answer = await api.ask(method, path.replaceAll(/\{\w+\}/g, noSuchId), asker(operation));
    const code = expected(operation);
    const label = `${method} ${path}`;
    if (code === undefined)
      assert.ok(!refusals.has(codeOf(answer)), `${label} was refused: ${JSON.stringify(answer.json)}`);
    else assert.equal(codeOf(answer), code, label);
  }
}

const noSuchId = uuidV7();
const refusals = new Set<unknown>([
  'not-signed-in',
  'forbidden',
  'key-unknown',
  'key-expired',
  'key-revoked',
  'install-gone',
]);

function codeOf(answer: Answer): ProblemCode | undefined {
  return answer.status < 300 ? undefined : answer.problem().code;
}

type Asker = (operation: Operation) => Asking;

async function makeAskers(api: TestApi): Promise<Record<string, Asker>> {
  const ours = await addWorkspace(api, 'Ours');
  return { nobody: () => ({}), ...(await makePeople(api, ours)), ...(await makeKeys(api, ours)) };
}

async function makePeople(api: TestApi, ours: string): Promise<Record<string, Asker>> {
  const stranger = await addMember(api, await addWorkspace(api, 'Theirs'), 'owner');
  const loner = await addPerson(api, 'Loner');
  const gone = await addMember(api, ours, 'owner');
  await api.platform
    .updateTable('session')
    .set({ expires_at: '2020-01-01T00:00:00Z' })
    .where('person_id', '=', gone.personId)
    .execute();
  const members = await Promise.all(
    roles.map(async (role) => [role, await addMember(api, ours, role)] as const),
  );
  return {
    'a session that is over': () => ({ cookie: gone.cookie }),
    'the owner of another workspace, who names this one': () => ({
      cookie: stranger.cookie,
      workspaceId: ours,
    }),
    'a person without a workspace': () => ({ cookie: loner.cookie }),
    ...Object.fromEntries(members.map(([role, { cookie }]) => [role, () => ({ cookie })])),
  };
}

async function makeKeys(api: TestApi, ours: string): Promise<Record<string, Asker>> {
  const theirs = await addWorkspace(api, 'Theirs');
  const owner = await addMember(api, ours, 'owner');
  const keyOf = async (workspaceId: string, options: Parameters<typeof addKey>[2]) => ({
    key: (await addKey(api, workspaceId, options)).token,
  });
  const lacking = new Map<unknown, Asking>();
  for (const missing of keyScopes) {
    lacking.set(missing, await keyOf(ours, { scopes: keyScopes.filter((scope) => scope !== missing) }));
  }
  const [none, every, other, expired, revoked] = await Promise.all([
    keyOf(ours, { scopes: [] }),
    keyOf(ours, { scopes: keyScopes }),
    keyOf(theirs, { scopes: keyScopes }),
    keyOf(ours, { scopes: keyScopes, expiresAt: '2020-01-01T00:00:00Z' }),
    keyOf(ours, { scopes: keyScopes, revokedAt: '2020-01-01T00:00:00Z' }),
  ]);
  const installed = await addInstall(api, ours, installScopes);
  const uninstalled = await addInstall(api, ours, installScopes);
  await api.platform
    .updateTable('install')
    .set({ state: 'uninstalled' })
    .where('id', '=', uninstalled.installId)
    .execute();
  return {
    'a key without scopes': () => none,
    'a key with every scope but the one': ({ scope }) => lacking.get(scope) ?? every,
    'a key with every scope': () => every,
    'a key with every scope, of another workspace, that names this one': () => ({
      ...other,
      workspaceId: ours,
    }),
    'a key of an install': () => ({ key: installed.token }),
    'a key of an app that was uninstalled': () => ({ key: uninstalled.token }),
    'a key that has expired': () => expired,
    'a key that was revoked': () => revoked,
    'a key that nobody knows': () => ({ key: createToken('key').token }),
    'something that is no key, beside a good session': () => ({ cookie: owner.cookie, key: 'hunter2' }),
  };
}
