// Signing up, in and out, as a browser sees it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApi } from '../http/test-api.ts';

const ada = { name: 'Ada', email: 'Ada@Example.com', password: 'correct horse battery', workspaceName: 'Engines' };

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
