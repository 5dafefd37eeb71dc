// Tests of consent to a version that asks for more: it never runs before, and what was agreed to holds afterwards.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { payApp } from '../apps/pay-app.ts';
import { install, publish } from '../apps/publish-for-test.ts';
import { refused } from '../http/refused.ts';
import { testRooms } from '../http/test-rooms.ts';
import { installHandlers } from './handlers.ts';

const { getInstall, getInstallUpdate, updateInstall } = installHandlers;

test('a version with new powers runs only once an admin has agreed to them', async (t) => {
  const rooms = await testRooms(t);
  const [maker, owner] = [await rooms.workspace('Maker'), await rooms.workspace('Owner')];
  const app = payApp();
  const { id: appId } = await publish(maker, app, 'public');
  const { install: made } = await install(owner, appId, app);
  const installId = made.id;
  assert.equal((await getInstallUpdate({ installId }, owner)).version, null);

  const more = payApp({
    hosts: ['127.0.0.1', 'api.more.example'],
    scopes: [...app.scopes, { scope: 'contacts:read', reason: 'to find the buyer' }],
  });
  await publish(maker, more, 'public');
  const before = await getInstall({ installId }, owner);
  assert.deepEqual([before.version, before.state], [1, 'needs-attention']);
  const update = await getInstallUpdate({ installId }, owner);
  assert.deepEqual(update.asks, ['it may read contacts and their fields', 'it may call api.more.example']);
  assert.equal(update.version, 2);

  await refused(updateInstall({ installId, version: 3, auth: {} }, owner), 'conflict', /not the newest/);
  const stranger = await rooms.workspace('Stranger');
  await refused(updateInstall({ installId, version: 2, auth: {} }, stranger), 'not-found');
  assert.equal((await getInstall({ installId }, owner)).version, 1);

  const after = await updateInstall({ installId, version: 2, auth: {} }, owner);
  assert.deepEqual([after.version, after.state, after.attention], [2, 'active', null]);
  const key = rooms.tenants.platform
    .selectFrom('api_key')
    .select('scopes')
    .where('install_id', '=', installId);
  assert.deepEqual((await key.executeTakeFirstOrThrow()).scopes, ['triggers:fire', 'contacts:read']);
  await refused(updateInstall({ installId, version: 2, auth: {} }, owner), 'conflict', /runs already/);
});
