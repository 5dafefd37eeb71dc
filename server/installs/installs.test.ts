// Tests of installs once they are there: their keys, and uninstalling.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { payApp } from '../apps/pay-app.ts';
import { install, publish } from '../apps/publish-for-test.ts';
import { uuidV7 } from '../database/uuid.ts';
import { addUrl } from '../events/rows-for-test.ts';
import { refused } from '../http/refused.ts';
import { testRooms } from '../http/test-rooms.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { installHandlers } from './handlers.ts';

async function installed(t: TestContext) {
  const rooms = await testRooms(t);
  const [ours, theirs] = [await rooms.workspace(), await rooms.workspace()];
  const { id: appId } = await publish(ours, payApp(), 'public');
  const { install: made, key } = await install(ours, appId, payApp());
  const codeOf = async (token: string) => {
    const answer = await rooms.keys.keyCaller(token);
    return answer instanceof ProblemError ? answer.code : 'opens';
  };
  return { rooms, ours, theirs, appId, made, key, codeOf };
}

test('a new key opens at once; the old one goes on for the overlap, and not beyond', async (t) => {
  const { rooms, ours, made, key, codeOf } = await installed(t);
  const second = await installHandlers.rotateInstallKey({ installId: made.id, overlapMinutes: 60 }, ours);
  assert.deepEqual([await codeOf(key), await codeOf(second.key)], ['opens', 'opens']);
  const third = await installHandlers.rotateInstallKey({ installId: made.id, overlapMinutes: 0 }, ours);
  assert.deepEqual(
    [await codeOf(key), await codeOf(second.key), await codeOf(third.key)],
    ['key-expired', 'key-expired', 'opens'],
  );
  const { rows } = await rooms.database.pool.query('select count(*) from api_key where expires_at is null');
  assert.equal(rows[0].count, 1);
});

test('uninstalling revokes the keys and ends unused one-time URLs; done twice, it is done once', async (t) => {
  const { rooms, ours, made, key, codeOf } = await installed(t);
  assert.equal(await codeOf(key), 'opens');
  const url = { workspaceId: ours.workspaceId, installId: made.id };
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const unused = await addUrl(rooms.tenants, { ...url, expiresAt });
  const used = await addUrl(rooms.tenants, { ...url, expiresAt, usedAt: '2026-01-01T00:00:00.000Z' });

  await installHandlers.uninstallApp({ installId: made.id }, ours);
  assert.equal(await codeOf(key), 'install-gone');
  const open = await rooms.tenants.platform
    .selectFrom('one_time_url')
    .select('id')
    .where('expires_at', '>', new Date().toISOString())
    .execute();
  assert.deepEqual(
    open.map(({ id }) => [id === used, id === unused]),
    [[true, false]],
  );
  const uninstalled = await installHandlers.getInstall({ installId: made.id }, ours);
  assert.equal(uninstalled.state, 'uninstalled');
  assert.deepEqual((await installHandlers.listInstalls({}, ours)).rows, []);

  await installHandlers.uninstallApp({ installId: made.id }, ours);
  await refused(
    installHandlers.rotateInstallKey({ installId: made.id, overlapMinutes: 0 }, ours),
    'conflict',
    /Install the app again/,
  );
  await refused(installHandlers.retrySubscribe({ installId: made.id }, ours), 'conflict');
});

test('no other workspace sees or touches an install', async (t) => {
  const { theirs, made, key, codeOf } = await installed(t);
  const installId = made.id;
  assert.deepEqual((await installHandlers.listInstalls({}, theirs)).rows, []);
  await refused(installHandlers.getInstall({ installId }, theirs), 'not-found');
  await refused(installHandlers.rotateInstallKey({ installId, overlapMinutes: 0 }, theirs), 'not-found');
  await refused(installHandlers.retrySubscribe({ installId }, theirs), 'not-found');
  await refused(installHandlers.uninstallApp({ installId }, theirs), 'not-found');
  assert.equal(await codeOf(key), 'opens');
});

test('installs are listed by app', async (t) => {
  const { ours, appId, made } = await installed(t);
  assert.deepEqual(
    (await installHandlers.listInstalls({ appId }, ours)).rows.map((row) => row.id),
    [made.id],
  );
  assert.deepEqual((await installHandlers.listInstalls({ appId: uuidV7() }, ours)).rows, []);
});
