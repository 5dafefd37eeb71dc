// Whatever a body holds, every route answers with a documented problem, and never with a fault of ours.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultBodyBytes, takesBody } from '@bellwire/model/operation.ts';
import { operationNames, operationOf } from '@bellwire/model/operations/all.ts';
import type { ProblemCode } from '@bellwire/model/problem.ts';
import { problems } from '@bellwire/model/problem.ts';
import { installScopes } from '@bellwire/model/scope.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Asking } from './test-api.ts';
import { testApi, unreachable } from './test-api.ts';
import { addInstall, addMember, addWorkspace } from './test-callers.ts';

const bodies: Readonly<Record<string, [Asking, ProblemCode]>> = {
  'broken JSON': [{ text: '{"name": ' }, 'bad-json'],
  'two values': [{ text: '{}{}' }, 'bad-json'],
  'a list': [{ text: '[]' }, 'bad-input'],
  text: [{ text: '"name"' }, 'bad-input'],
  'a number': [{ text: '1e999' }, 'bad-input'],
  null: [{ text: 'null' }, 'bad-input'],
  'bytes that are not UTF-8': [{ text: Uint8Array.from([0x7b, 0xff, 0x7d]) }, 'bad-json'],
  'a depth bomb': [{ text: `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}` }, 'bad-json'],
  'the character U+0000': [{ text: '{"name":"a\\u0000b"}' }, 'bad-input'],
  'half a character': [{ text: '{"name":"\\ud83d"}' }, 'bad-input'],
  'a key nobody knows': [{ text: '{"isAdmin":true}' }, 'bad-input'],
  'a workspace of its own choice': [{ text: `{"workspaceId":"${uuidV7()}"}` }, 'bad-input'],
  'keys that would reach a prototype': [
    { text: '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}' },
    'bad-input',
  ],
  'the form of a web page': [
    { text: 'name=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    'bad-json',
  ],
  'JSON called text': [{ text: '{}', headers: { 'content-type': 'text/plain' } }, 'bad-json'],
  'JSON in another encoding': [
    { text: '{}', headers: { 'content-type': 'application/json; charset=utf-16' } },
    'bad-json',
  ],
  'a compressed body': [{ text: '{}', headers: { 'content-encoding': 'gzip' } }, 'bad-json'],
};

const withBody = operationNames.filter((name) => takesBody(operationOf(name).method));

test('every route that takes a body refuses a bad one with a problem in the documented form', async (t) => {
  const api = await testApi(t, { handlers: unreachable() });
  const workspaceId = await addWorkspace(api, 'Ours');
  const { cookie } = await addMember(api, workspaceId, 'owner');
  const { token } = await addInstall(api, workspaceId, installScopes);
  for (const name of withBody) {
    const { method, path, who, maxBodyBytes = defaultBodyBytes } = operationOf(name);
    const caller = who === 'install' || who === 'key' ? { key: token } : { cookie };
    const address = path.replaceAll(/\{\w+\}/g, uuidV7());
    await t.test(name, async () => {
      for (const [what, [asking, code]] of Object.entries(bodies)) {
        const answer = await api.ask(method, address, { ...caller, ...asking });
        assert.equal(answer.problem().code, code, what);
        assert.equal(answer.status, problems[code].status, what);
      }
      const tooLarge = { text: `{"a":"${'x'.repeat(maxBodyBytes)}"}` };
      assert.equal((await api.ask(method, address, { ...caller, ...tooLarge })).status, 413);
    });
  }
});

test('a field that the address names may not be said again, in the body or the query', async (t) => {
  const api = await testApi(t, { handlers: unreachable() });
  const { cookie } = await addMember(api, await addWorkspace(api, 'Ours'), 'owner');
  const inBody = await api.ask('PATCH', `/api/bots/${uuidV7()}`, {
    cookie,
    body: { botId: uuidV7(), name: 'x' },
  });
  assert.deepEqual(inBody.problem().complaints[0]?.path, ['botId']);
  const inQuery = await api.ask('GET', `/api/bots/${uuidV7()}?botId=${uuidV7()}`, { cookie });
  assert.deepEqual(inQuery.problem().complaints[0]?.path, ['botId']);
});

test('a query says each thing once, and only what is known', async (t) => {
  const api = await testApi(t, { handlers: unreachable() });
  const { cookie } = await addMember(api, await addWorkspace(api, 'Ours'), 'owner');
  const complaintsOf = async (query: string) =>
    (await api.ask('GET', `/api/runs?${query}`, { cookie })).problem().complaints;
  assert.deepEqual(await complaintsOf('limit=1&limit=2'), [
    { path: ['limit'], says: 'This is given twice. Give it once.', level: 'problem' },
  ]);
  assert.match(
    (await complaintsOf('stauts=done'))[0]?.says ?? '',
    /Known here: contactId, flowId, status, limit, after\./,
  );
  assert.match((await complaintsOf('limit=many'))[0]?.says ?? '', /Expected is a number/);
  assert.match((await complaintsOf('after=%00'))[0]?.says ?? '', /U\+0000/);
  assert.match((await complaintsOf('status=gone'))[0]?.says ?? '', /"waiting" or "done" or "failed"/);
});

test('what nobody foresaw is answered without its words, and found in the log by the reference', async (t) => {
  const secret = 'the password of the database is swordfish';
  const api = await testApi(t, {
    handlers: { ...unreachable(), listBots: () => Promise.reject(new Error(secret)) },
  });
  const { cookie } = await addMember(api, await addWorkspace(api, 'Ours'), 'owner');
  const answer = await api.ask('GET', '/api/bots', { cookie });
  assert.equal(answer.status, 500);
  assert.doesNotMatch(JSON.stringify(answer.json), /swordfish|handler|\.ts/);
  const { reference } = answer.problem();
  const line = api.logged.find((line) => line.includes(reference ?? 'no reference'));
  assert.match(line ?? '', /swordfish.*bad-input\.test\.ts/);
});

test('an answer keeps to its declaration: what a handler gives beyond it is left out', async (t) => {
  const leaky = async () => ({ rows: [], passwordHash: 'secret' });
  const api = await testApi(t, { handlers: { ...unreachable(), listBots: leaky } });
  const { cookie } = await addMember(api, await addWorkspace(api, 'Ours'), 'owner');
  assert.deepEqual((await api.ask('GET', '/api/bots', { cookie })).json, { rows: [] });
});

test('an unknown path is 404, a wrong method 405 with what is allowed', async (t) => {
  const { ask } = await testApi(t);
  assert.equal((await ask('GET', '/api/nothing')).problem().code, 'not-found');
  const wrong = await ask('DELETE', '/api/me');
  assert.equal(wrong.status, 405);
  assert.equal(wrong.headers.get('allow'), 'GET, HEAD');
});
