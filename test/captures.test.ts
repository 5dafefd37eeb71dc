// Captures over real connections: what is shown of a call, what is hidden, and who may look.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { operations } from '@bellwire/model/operations/all.ts';
import { addMember, addWorkspace } from '@bellwire/server/http/test-callers.ts';
import { testFireSite } from './fire-site.ts';

async function listening(t: TestContext) {
  const site = await testFireSite(t, { graph: { start: null, steps: [] } });
  const { cookie } = await addMember(site.database, site.workspaceId, 'builder');
  const ask = (path: string, init: RequestInit = {}, as = cookie) =>
    fetch(`${site.origin}${path}`, {
      ...init,
      headers: { cookie: as, 'content-type': 'application/json', origin: site.origin },
    });
  const [app] = await site.database.platform.selectFrom('app').select('id').execute();
  const start = async (over: object = { appId: app?.id }) =>
    ask('/api/captures', { method: 'POST', body: JSON.stringify(over) });
  const started = operations.startCapture.output.parse(await (await start()).json());
  const rows = async () =>
    operations.getCapture.output.parse(await (await ask(`/api/captures/${started.id}`)).json()).rows;
  return { ...site, ...started, ask, start, rows };
}

test('what is sent is shown whole, and what opens something is hidden', async (t) => {
  const { address, rows } = await listening(t);
  const answer = await fetch(`${address}?user=f1u7&token=hunter2`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: 'Bearer hunter2',
      'x-acme-signature': 'hunter2',
      'x-topic': 'paid',
    },
    body: '{"amount": 5}',
  });
  assert.equal(answer.status, 200);
  const [row] = await rows();
  assert.ok(row?.payload !== null && row !== undefined);
  assert.deepEqual(row.payload['body'], { amount: 5 });
  assert.deepEqual(row.payload['query'], { user: 'f1u7', token: '•••' });
  const text = JSON.stringify(row.payload);
  assert.ok(text.includes('"x-topic":"paid"') && text.includes('"x-acme-signature":"•••"'));
  assert.ok(!text.includes('hunter2'));
});

test('a form and a list are read, a broken body is told, and a look is no call', async (t) => {
  const { address, rows } = await listening(t);
  await fetch(address, { method: 'HEAD' });
  await fetch(address, { method: 'PUT', body: new URLSearchParams({ a: '1' }) });
  await fetch(address, { method: 'POST', body: '[1]' });
  await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":' });
  const [broken, list, form, ...more] = await rows();
  assert.deepEqual(more, []);
  assert.deepEqual(
    [list?.payload?.['body'], form?.payload?.['body'], form?.method],
    [[1], { a: '1' }, 'PUT'],
  );
  assert.equal(broken?.payload, null);
  assert.match(broken?.says ?? '', /Send one JSON value/);
});

test('the newest twenty are kept, too much and too large is refused, and challenges are answered', async (t) => {
  const { address, rows } = await listening(t);
  assert.equal(await (await fetch(`${address}?hub.challenge=42`)).text(), '42');
  assert.equal((await fetch(address, { method: 'POST', body: 'x'.repeat(70_000) })).status, 413);
  const statuses: number[] = [];
  for (let n = 0; n < 40; n++) statuses.push((await fetch(`${address}?n=${n}`)).status);
  assert.ok(statuses.includes(429));
  assert.equal((await rows()).length, 20);
});

test('an ended or expired capture takes nothing, and a stranger neither looks nor listens for a foreign app', async (t) => {
  const { database, address, id, ask, start } = await listening(t);
  const stranger = await addMember(database, await addWorkspace(database, 'Theirs'), 'owner');
  assert.equal((await ask(`/api/captures/${id}`, {}, stranger.cookie)).status, 404);
  const foreign = await database.platform.selectFrom('app').select('id').executeTakeFirstOrThrow();
  const wanted = { method: 'POST', body: JSON.stringify({ appId: foreign.id }) };
  assert.equal((await ask('/api/captures', wanted, stranger.cookie)).status, 404);
  assert.equal((await start({})).status, 422);
  await ask(`/api/captures/${id}`, { method: 'DELETE' }, stranger.cookie);
  assert.equal((await fetch(address)).status, 200);
  await database.pool.query(`update capture set expires_at = now() - interval '1 second'`);
  assert.equal((await fetch(address)).status, 410);
  await ask(`/api/captures/${id}`, { method: 'DELETE' });
  assert.equal((await ask(`/api/captures/${id}`)).status, 404);
});
