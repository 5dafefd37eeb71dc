// Tests of what services grant to installs: asked for once, sealed, renewed by one of many, and lost where it is refused.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { payApp } from '../apps/pay-app.ts';
import { publish } from '../apps/publish-for-test.ts';
import { refused } from '../http/refused.ts';
import { testRooms } from '../http/test-rooms.ts';
import { installHandlers } from '../installs/handlers.ts';
import { grantingSite } from './granting-site.ts';
import { grantRenewer } from './renew-grant.ts';

async function loggedIn(t: TestContext) {
  const rooms = await testRooms(t);
  const ours = await rooms.workspace();
  const service = await grantingSite(t);
  const told = { url: `${service.at}/told`, headers: [{ name: 'x-token', value: '{{app.token}}' }] };
  const app = payApp({ ...service.loginApp(), scopes: [], triggers: [], subscribe: told });
  const { id: appId } = await publish(ours, app, 'public');
  const install = (password: string, name: string) =>
    installHandlers.installApp({ appId, name, auth: { user: 'ada', password }, consent: [] }, ours);
  const { install: made } = await install('right', 'First');
  const platform = rooms.tenants.platform;
  const row = () => platform.selectFrom('install_grant').selectAll().executeTakeFirstOrThrow();
  return { rooms, ours, service, install, installId: made.id, row, platform };
}

test('an auth request turns the inputs into a token, which is sealed, and the connection test is made with it', async (t) => {
  const { service, row } = await loggedIn(t);
  assert.deepEqual(service.state.heard.slice(0, 2), ['login', 'me 200']);
  const { fields, secrets, renew_at } = await row();
  assert.deepEqual(fields, { region: 'eu' });
  assert.deepEqual(Object.keys(secrets), ['token']);
  const [token = ''] = service.state.tokens;
  assert.ok(!JSON.stringify(await row()).includes(token), 'the token is nowhere to be read');
  const lives = Date.parse(renew_at ?? '') - Date.now();
  assert.ok(lives > 3500_000 && lives <= 3540_000, 'it is renewed a minute before it expires');
});

test('where the service refuses the inputs nothing is installed, and its words are told without the secret', async (t) => {
  const { install } = await loggedIn(t);
  const wrong = install('hunter2', 'Second');
  await refused(
    wrong,
    'outside-failed',
    /auth request of Acme Pay failed, so nothing was installed.*403: .*password •••/,
  );
});

test('however many processes need a new token, it is asked for once', async (t) => {
  const { rooms, service, installId, row } = await loggedIn(t);
  service.state.heard.length = 0;
  const processes = [grantRenewer(rooms), grantRenewer(rooms), grantRenewer(rooms)];
  const renewed = await Promise.all(
    [...processes, ...processes].map((process) => process.renew(installId, 1)),
  );
  assert.deepEqual(new Set(renewed.map(({ is }) => is)), new Set(['renewed']));
  assert.deepEqual(service.state.heard, ['login']);
  assert.equal((await row()).generation, 2);
  await processes[0]?.renew(installId, 1);
  assert.deepEqual(service.state.heard, ['login'], 'who was late takes what is there');
});

test('a renewal that is refused loses the connection, and reconnecting mends it', async (t) => {
  const { rooms, ours, service, installId } = await loggedIn(t);
  service.state.password = 'changed';
  const renewed = await grantRenewer(rooms).renew(installId, 1);
  assert.equal(renewed.is, 'refused');
  const lost = await installHandlers.getInstall({ installId }, ours);
  assert.match(lost.attention ?? '', /connection expired: .*could not be renewed.*status 403/);
  assert.doesNotMatch(lost.attention ?? '', /right/);
  await installHandlers.reconnectInstall({ installId, auth: { password: 'changed' } }, ours);
  const mended = await installHandlers.getInstall({ installId }, ours);
  assert.equal(mended.connectionLostAt, null);
  assert.equal((await grantRenewer(rooms).renew(installId, 2)).is, 'renewed');
});

test('a service that is away loses nothing, and may be asked again', async (t) => {
  const { rooms, ours, service, installId } = await loggedIn(t);
  service.state.status = 503;
  const renewer = grantRenewer(rooms);
  assert.equal((await renewer.renew(installId, 1)).is, 'away');
  assert.equal((await installHandlers.getInstall({ installId }, ours)).connectionLostAt, null);
  service.state.status = undefined;
  assert.equal((await renewer.renew(installId, 1)).is, 'renewed');
});

test('a process that died while it asked is not waited for longer than its lease', async (t) => {
  const { rooms, platform, installId } = await loggedIn(t);
  const until = new Date(Date.now() + 300).toISOString();
  await platform.updateTable('install_grant').set({ renewing_until: until }).execute();
  const renewing = grantRenewer(rooms).renew(installId, 1);
  await pause(50);
  assert.equal((await renewing).is, 'renewed');
});

test('nothing of a grant is left after uninstalling', async (t) => {
  const { ours, platform, installId } = await loggedIn(t);
  await installHandlers.uninstallApp({ installId }, ours);
  assert.deepEqual(await platform.selectFrom('install_grant').selectAll().execute(), []);
});
