// Keys: what is remembered of them, and that none is remembered too long.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '@bellwire/model/problem.ts';
import { testDatabase } from '../database/test-database.ts';
import { addInstall, addKey, addWorkspace } from '../http/test-callers.ts';
import type { KeyAnswer } from './key-ring.ts';
import { createKeyRing } from './key-ring.ts';

test('a key that was asked about is known at once, without the database', async (t) => {
  const database = await testDatabase(t);
  const ring = createKeyRing(database);
  const { token, keyId } = await addKey(database, await addWorkspace(database, 'Ours'), {
    scopes: ['bots:read'],
  });
  const first = ring.keyCaller(token);
  assert.ok(first instanceof Promise);
  assert.partialDeepStrictEqual(await first, { is: 'key', keyId, scopes: ['bots:read'], installId: null });
  assert.equal(ring.keyCaller(token), await first);
});

test('many who ask at once ask the database once', async (t) => {
  const database = await testDatabase(t);
  const ring = createKeyRing(database);
  const { token } = await addKey(database, await addWorkspace(database, 'Ours'), { scopes: [] });
  const asked = Array.from({ length: 50 }, () => ring.keyCaller(token));
  assert.equal(new Set(asked).size, 1);
  await asked[0];
});

test('a key that is revoked is forgotten at once, also where it was being asked about meanwhile', async (t) => {
  const database = await testDatabase(t);
  const ring = createKeyRing(database);
  const { token, keyId } = await addKey(database, await addWorkspace(database, 'Ours'), { scopes: [] });
  const meanwhile = ring.keyCaller(token);
  await database.platform
    .updateTable('api_key')
    .set({ revoked_at: new Date().toISOString() })
    .where('id', '=', keyId)
    .execute();
  ring.forget({ keyId });
  await meanwhile;
  assert.equal(codeOf(await ring.keyCaller(token)), 'key-revoked');
});

test('uninstalling an app has its keys forgotten, and the reason told is that the app is gone', async (t) => {
  const database = await testDatabase(t);
  const ring = createKeyRing(database);
  const { token, installId } = await addInstall(database, await addWorkspace(database, 'Ours'), [
    'triggers:fire',
  ]);
  assert.partialDeepStrictEqual(await ring.keyCaller(token), { installId });
  await database.platform
    .updateTable('install')
    .set({ state: 'uninstalled' })
    .where('id', '=', installId)
    .execute();
  await database.platform.updateTable('api_key').set({ revoked_at: new Date().toISOString() }).execute();
  ring.forget({ installId });
  assert.equal(codeOf(await ring.keyCaller(token)), 'install-gone');
});

test('a key that expires in a moment is not remembered beyond it', async (t) => {
  const database = await testDatabase(t);
  const ring = createKeyRing(database);
  const expiresAt = new Date(Date.now() + 300).toISOString();
  const { token } = await addKey(database, await addWorkspace(database, 'Ours'), { scopes: [], expiresAt });
  assert.partialDeepStrictEqual(await ring.keyCaller(token), { is: 'key' });
  await new Promise((resolve) => setTimeout(resolve, 350));
  assert.equal(codeOf(await ring.keyCaller(token)), 'key-expired');
});

test('when a key was last used is noted, at most once a minute', async (t) => {
  const database = await testDatabase(t);
  const { token } = await addKey(database, await addWorkspace(database, 'Ours'), { scopes: [] });
  const lastUse = async () =>
    (await database.platform.selectFrom('api_key').select('last_used_at').executeTakeFirstOrThrow())
      .last_used_at;
  await createKeyRing(database).keyCaller(token);
  const noted = await lastUse();
  assert.ok(noted !== null);
  await createKeyRing(database).keyCaller(token);
  assert.equal(await lastUse(), noted);
});

test('what is no key at all is told apart from a key that is not known', async (t) => {
  const ring = createKeyRing(await testDatabase(t));
  const answer = await ring.keyCaller('bw_key_short');
  assert.ok(answer instanceof ProblemError);
  assert.match(answer.message, /copy all of it/);
});

function codeOf(answer: KeyAnswer): string {
  return answer instanceof ProblemError ? answer.code : 'none';
}
