// Tests of installing: consent, auth inputs, the connection test, the key, and telling the app's server.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { uuidV7 } from '../database/uuid.ts';
import { payApp } from '../apps/pay-app.ts';
import { install, publish } from '../apps/publish-for-test.ts';
import { readText, serveHttp } from '../egress/loopback-server.ts';
import { refused } from '../http/refused.ts';
import { testRooms } from '../http/test-rooms.ts';
import { installHandlers } from './handlers.ts';

/** The app's own server: what it heard, and what it answers next. */
async function appServer(t: TestContext) {
  const heard: {
    method: string | undefined;
    url: string | undefined;
    key: string | undefined;
    body: string;
  }[] = [];
  const answer = { status: 200, body: '' };
  const server = await serveHttp(async (request, response) => {
    const key = request.headers['x-key'];
    heard.push({
      method: request.method,
      url: request.url,
      key: typeof key === 'string' ? key : undefined,
      body: await readText(request),
    });
    response.writeHead(answer.status).end(answer.body);
  });
  t.after(() => server[Symbol.asyncDispose]());
  return { address: `http://${server.place}`, hosts: [server.place], heard, answer };
}

test('an install has the scopes agreed to, its secrets sealed, and a key that opens', async (t) => {
  const rooms = await testRooms(t);
  const [ours, theirs] = [await rooms.workspace(), await rooms.workspace()];
  const app = payApp();
  const { id: appId } = await publish(ours, app, 'public');
  const { install: made, key } = await install(theirs, appId, app);
  assert.deepEqual([made.name, made.version, made.state, made.attention], ['Acme Pay', 1, 'active', null]);
  assert.deepEqual(made.triggers[0]?.types, { amount: 'number', status: 'text' });

  const row = await rooms.database.platform
    .selectFrom('install')
    .selectAll()
    .where('id', '=', made.id)
    .executeTakeFirstOrThrow();
  assert.deepEqual(row.auth, { mode: 'test' });
  assert.deepEqual(row.scopes, ['triggers:fire']);
  assert.ok(!JSON.stringify(row).includes('sk_test_1'));
  assert.ok(!JSON.stringify(row).includes(key));
  const place = { workspaceId: theirs.workspaceId, recordId: `install:${made.id}` };
  assert.deepEqual(rooms.sealer.open(row.secrets['secret'] ?? '', place), {
    is: 'opened',
    text: 'sk_test_1',
  });

  const caller = await rooms.keys.keyCaller(key);
  assert.ok(!(caller instanceof Error), String(caller));
  assert.deepEqual(
    [caller.installId, caller.workspaceId, caller.scopes],
    [made.id, theirs.workspaceId, ['triggers:fire']],
  );
});

test('an app that asks for no scope gets a key that may not fire', async (t) => {
  const rooms = await testRooms(t);
  const ours = await rooms.workspace();
  const app = payApp({ scopes: [] });
  const { id: appId } = await publish(ours, app);
  const { key } = await install(ours, appId, app);
  const caller = await rooms.keys.keyCaller(key);
  assert.deepEqual(caller instanceof Error ? caller : caller.scopes, []);
});

test('without consent to each scope, or with wrong auth inputs, nothing is installed', async (t) => {
  const rooms = await testRooms(t);
  const ours = await rooms.workspace();
  const { id: appId } = await publish(ours, payApp());
  const tryWith = (auth: Record<string, string | number>, consent: 'triggers:fire'[] = ['triggers:fire']) =>
    installHandlers.installApp({ appId, auth, consent }, ours);
  await refused(
    tryWith({ secret: 'x' }, []),
    'bad-input',
    /asks for "triggers:fire": it may fire its own triggers \(to tell of payments\)/,
    'consent',
  );
  await refused(tryWith({}), 'bad-input', /Secret key is missing/, 'auth.secret');
  const wrong = await refused(tryWith({ secret: 4711 }), 'bad-input', /a text is expected/, 'auth.secret');
  assert.ok(!wrong.complaints[0]?.says.includes('4711'));
  await refused(tryWith({ secret: 'x', mod: 'live' }), 'bad-input', /Did you mean "mode"/, 'auth.mod');
  assert.deepEqual((await installHandlers.listInstalls({}, ours)).rows, []);
});

test('several installs of one app have names of their own', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const app = payApp();
  const { id: appId } = await publish(ours, app);
  const first = await install(ours, appId, app);
  assert.equal((await install(ours, appId, app)).install.name, 'Acme Pay 2');
  await refused(install(ours, appId, app, 'Acme Pay'), 'conflict', /already installed as "Acme Pay"/, 'name');
  await installHandlers.uninstallApp({ installId: first.install.id }, ours);
  assert.equal((await install(ours, appId, app, 'Acme Pay')).install.name, 'Acme Pay');
});

test("a draft, another workspace's private app and a suspended one cannot be installed", async (t) => {
  const rooms = await testRooms(t);
  const [ours, theirs] = [await rooms.workspace(), await rooms.workspace()];
  const app = payApp();
  const { id: appId } = await publish(ours, app, 'private');
  await refused(install(theirs, appId, app), 'not-found');
  await rooms.database.platform.updateTable('app').set({ state: 'suspended' }).execute();
  await refused(install(ours, appId, app), 'not-found');
  await rooms.database.platform
    .updateTable('app')
    .set({ state: 'draft', published_version_id: null })
    .execute();
  await refused(install(ours, appId, app), 'not-found');
  await refused(install(ours, uuidV7(), app), 'not-found');
});

test('the connection test is sent with the auth inputs filled in; where it fails, nothing is kept and no secret is told', async (t) => {
  const rooms = await testRooms(t);
  const ours = await rooms.workspace();
  const server = await appServer(t);
  const auth = {
    ...payApp().auth,
    test: {
      url: `${server.address}/me`,
      query: [{ name: 'mode', value: '{{auth.mode}}' }],
      headers: [{ name: 'X-Key', value: '{{auth.secret}}' }],
    },
  };
  const app = payApp(JSON.parse(JSON.stringify({ auth, hosts: server.hosts })));
  const { id: appId } = await publish(ours, app);
  Object.assign(server.answer, { status: 401, body: 'unknown key sk_test_1' });
  const problem = await refused(install(ours, appId, app), 'outside-failed', /status 401: unknown key •••/);
  assert.ok(!problem.message.includes('sk_test_1'));
  assert.deepEqual((await installHandlers.listInstalls({}, ours)).rows, []);
  assert.deepEqual(server.heard, [{ method: 'GET', url: '/me?mode=test', key: 'sk_test_1', body: '' }]);
  server.answer.status = 204;
  assert.equal((await install(ours, appId, app)).install.state, 'active');
});

const secretInput = { name: 'secret', type: 'string', title: 'Secret key', secret: true };

test('the connection test reaches no host that the app has not declared', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const server = await appServer(t);
  const address = { name: 'address', type: 'string', title: 'Address', default: server.address };
  const auth = { is: 'inputs', inputs: [secretInput, address], test: { url: '{{auth.address}}' } };
  const app = payApp(JSON.parse(JSON.stringify({ auth, hosts: ['api.example.com'] })));
  const { id: appId } = await publish(ours, app);
  await refused(install(ours, appId, app), 'outside-failed', /not among the hosts/);
  assert.deepEqual(server.heard, []);
});

test("the app's server is told of the install with the key, the workspace and the auth inputs", async (t) => {
  const rooms = await testRooms(t);
  const ours = await rooms.workspace('Corner shop');
  const server = await appServer(t);
  const app = payApp({ hosts: server.hosts, subscribe: { method: 'POST', url: `${server.address}/hello` } });
  const { id: appId } = await publish(ours, app);
  const { install: made, key } = await install(ours, appId, app);
  assert.equal(made.state, 'active');
  const system = {
    api_key: key,
    workspace_id: ours.workspaceId,
    workspace_name: 'Corner shop',
    install_id: made.id,
  };
  assert.deepEqual(
    server.heard.map(({ method, url, body }) => [method, url, JSON.parse(body)]),
    [['POST', '/hello', { ...system, auth: { secret: 'sk_test_1', mode: 'test' } }]],
  );
  assert.deepEqual(await rooms.database.platform.selectFrom('subscribe_request').selectAll().execute(), []);
});

test('a subscribe request with a body of its own has its places filled, and nothing added', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const server = await appServer(t);
  const json = '{"token": {{install.api_key}}, "id": "{{install.id}}", "mode": {{auth.mode}}}';
  const app = payApp({
    hosts: server.hosts,
    subscribe: { method: 'PUT', url: `${server.address}/installs/{{install.id}}`, body: 'json', json },
  });
  const { id: appId } = await publish(ours, app);
  const { install: made, key } = await install(ours, appId, app);
  assert.equal(server.heard[0]?.url, `/installs/${made.id}`);
  assert.deepEqual(JSON.parse(server.heard[0]?.body ?? ''), { token: key, id: made.id, mode: 'test' });
});
