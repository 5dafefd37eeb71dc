// Tests of connections: lost when the auth values are refused, kept apart from old refusals, and made anew by new values.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { payApp } from '../apps/pay-app.ts';
import { install, publish } from '../apps/publish-for-test.ts';
import { readText, serveHttp } from '../egress/loopback-server.ts';
import { refused } from '../http/refused.ts';
import { testRooms } from '../http/test-rooms.ts';
import { installHandlers } from './handlers.ts';
import { loseConnection } from './lose-connection.ts';

const { getConnection, getInstall, reconnectInstall } = installHandlers;
const says = 'POST https://pay.example.com/links: 401';

async function installed(t: TestContext) {
  const rooms = await testRooms(t);
  const [ours, theirs] = [await rooms.workspace(), await rooms.workspace()];
  const heard: { url: string | undefined; key: unknown; body: string }[] = [];
  const service = await serveHttp(async (request, response) => {
    const key = request.headers['x-key'];
    heard.push({ url: request.url, key, body: await readText(request) });
    response.writeHead(key === undefined || key === 'sk_test_1' || key === 'sk_test_2' ? 200 : 401).end();
  });
  t.after(() => service[Symbol.asyncDispose]());
  const at = `http://${service.place}`;
  const { auth } = payApp();
  const test = { url: `${at}/me`, headers: [{ name: 'X-Key', value: '{{auth.secret}}' }] };
  const app = payApp({
    hosts: [service.place],
    auth: JSON.parse(JSON.stringify({ ...auth, test })),
    subscribe: { method: 'POST', url: `${at}/hello` },
  });
  const { id: appId } = await publish(ours, app, 'public');
  const { install: made } = await install(ours, appId, app);
  const installId = made.id;
  const secrets = async () => {
    const query = rooms.database.platform.selectFrom('install').select('secrets');
    return (await query.where('id', '=', installId).executeTakeFirstOrThrow()).secrets;
  };
  const lose = async (sent?: Record<string, string>) =>
    loseConnection(rooms.tenants.platform, { installId, secrets: sent ?? (await secrets()), says });
  return { ours, theirs, installId, heard, secrets, lose, see: () => getInstall({ installId }, ours) };
}

test('an install whose auth values were refused needs attention, and says what to do', async (t) => {
  const { lose, see } = await installed(t);
  await lose();
  const lost = await see();
  assert.equal(lost.state, 'needs-attention');
  assert.match(lost.attention ?? '', /connection expired: .*links: 401.*Reconnect with new values, then run/);
  await lose();
  assert.equal((await see()).connectionLostAt, lost.connectionLostAt, 'since the first refusal');
});

test('with new auth values that pass the test it is active again, and its server is told of them', async (t) => {
  const { ours, installId, lose, see, heard } = await installed(t);
  await lose();
  const again = await reconnectInstall({ installId, auth: { secret: 'sk_test_2' } }, ours);
  assert.deepEqual([again.state, again.attention, again.connectionLostAt], ['active', null, null]);
  assert.deepEqual(await see(), again);
  assert.deepEqual(
    heard.map(({ url, key }) => [url, key]),
    [
      ['/me', 'sk_test_1'],
      ['/hello', undefined],
      ['/me', 'sk_test_2'],
      ['/hello', undefined],
    ],
  );
  assert.deepEqual(JSON.parse(heard[3]?.body ?? '').auth, { secret: 'sk_test_2', mode: 'test' });
});

test('what is left out, or left empty, stays as it was, and secrets are never shown', async (t) => {
  const { ours, installId, heard } = await installed(t);
  await reconnectInstall({ installId, auth: { secret: '', mode: 'live' } }, ours);
  assert.equal(heard[2]?.key, 'sk_test_1');
  const { inputs, values } = await getConnection({ installId }, ours);
  assert.deepEqual(values, { mode: 'live' });
  assert.deepEqual(
    inputs.map(({ name }) => name),
    ['secret', 'mode'],
  );
});

test('values that fail the test, or are none of its inputs, change nothing', async (t) => {
  const { ours, installId, lose, see, secrets } = await installed(t);
  await lose();
  const before = [await see(), await secrets()];
  const wrong = reconnectInstall({ installId, auth: { secret: 'sk_wrong' } }, ours);
  await refused(wrong, 'outside-failed', /the auth values stay as they were\. .*status 401/);
  const odd = reconnectInstall({ installId, auth: { secrets: 'x' } }, ours);
  await refused(odd, 'bad-input', /Did you mean "secret"/, 'auth.secrets');
  assert.deepEqual([await see(), await secrets()], before);
});

test('a late refusal of the values of before does not end the new connection', async (t) => {
  const { ours, installId, lose, see, secrets } = await installed(t);
  const old = await secrets();
  await reconnectInstall({ installId, auth: { secret: 'sk_test_2' } }, ours);
  await lose(old);
  assert.equal((await see()).state, 'active');
});

test('an uninstalled app and one of another workspace are not connected anew', async (t) => {
  const { ours, theirs, installId, lose, see } = await installed(t);
  await refused(getConnection({ installId }, theirs), 'not-found');
  await refused(reconnectInstall({ installId, auth: {} }, theirs), 'not-found');
  await installHandlers.uninstallApp({ installId }, ours);
  await lose();
  assert.deepEqual([(await see()).state, (await see()).connectionLostAt], ['uninstalled', null]);
  await refused(
    reconnectInstall({ installId, auth: { secret: 'sk_test_2' } }, ours),
    'conflict',
    /Install the app again/,
  );
});
