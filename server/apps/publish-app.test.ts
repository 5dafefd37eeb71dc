// Tests of publishing: what is frozen, and which installs follow.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonObject } from '@bellwire/model/json.ts';
import { refused } from '../http/refused.ts';
import { testRooms } from '../http/test-rooms.ts';
import { installHandlers } from '../installs/handlers.ts';
import { appHandlers } from './handlers.ts';
import { payApp } from './pay-app.ts';
import { install, publish } from './publish-for-test.ts';

test('a version is frozen: a later draft does not change it', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const published = await publish(ours, payApp());
  assert.deepEqual(
    [published.state, published.publishedVersion, published.hasUnpublishedChanges],
    ['private', 1, false],
  );
  const change = { is: 'set-settings', set: { label: 'Later' } } as const;
  const changed = await appHandlers.changeApp(
    { appId: published.id, revision: published.revision, changes: [change] },
    ours,
  );
  assert.equal(changed.hasUnpublishedChanges, true);
  assert.match((await appHandlers.appText({ appId: published.id, version: 1 }, ours)).text, /"Acme Pay"/);
  const next = await appHandlers.publishApp(
    { appId: published.id, revision: changed.revision, visibility: 'public', changelog: 'Label' },
    ours,
  );
  assert.deepEqual([next.state, next.publishedVersion], ['public', 2]);
  const { rows } = await appHandlers.listVersions({ appId: published.id }, ours);
  assert.deepEqual(
    rows.map(({ number, changelog }) => [number, changelog]),
    [
      [2, 'Label'],
      [1, 'First'],
    ],
  );
  await refused(appHandlers.appText({ appId: published.id, version: 3 }, ours), 'not-found');
});

test('a draft with problems, an older revision and a suspended app are not published', async (t) => {
  const rooms = await testRooms(t);
  const [ours, theirs] = [await rooms.workspace(), await rooms.workspace()];
  const broken = payApp({ fields: [] });
  const { id: appId, revision } = await appHandlers.createApp({ definition: jsonObject(broken) }, ours);
  const publishAt = (at: number, context = ours) =>
    appHandlers.publishApp({ appId, revision: at, visibility: 'private', changelog: '' }, context);
  const problem = await refused(publishAt(revision), 'not-publishable', /amount/);
  assert.deepEqual(problem.complaints[0]?.path.slice(0, 2), ['triggers', 0]);
  assert.deepEqual((await appHandlers.getApp({ appId }, ours)).complaints[0]?.path.slice(0, 2), [
    'triggers',
    0,
  ]);

  const mended = await appHandlers.replaceApp({ appId, text: JSON.stringify(payApp()) }, ours);
  await refused(publishAt(revision), 'stale-edit');
  await refused(publishAt(mended.revision, theirs), 'not-found');
  await rooms.database.platform
    .updateTable('app')
    .set({ state: 'suspended' })
    .where('id', '=', appId)
    .execute();
  await refused(publishAt(mended.revision), 'forbidden', /suspended/);
});

test('installs of every workspace follow a version that asks for nothing new, and their workers are told', async (t) => {
  const rooms = await testRooms(t);
  const [ours, theirs] = [await rooms.workspace(), await rooms.workspace()];
  const { id: appId } = await publish(ours, payApp(), 'public');
  const { install: made } = await install(theirs, appId, payApp());
  const client = await rooms.database.pool.connect();
  const heard: (string | undefined)[] = [];
  client.on('notification', (notice) => heard.push(notice.payload));
  await client.query('listen bellwire_definitions');
  await publish(ours, payApp({ label: 'Acme Pay 2', scopes: [] }), 'public');
  await client.query('select 1');
  client.release(true);
  assert.deepEqual(heard, [theirs.workspaceId]);
  const followed = await installHandlers.getInstall({ installId: made.id }, theirs);
  assert.deepEqual([followed.version, followed.state, followed.appLabel], [2, 'active', 'Acme Pay 2']);
});

const secret = { name: 'secret', type: 'string', title: 'Secret key', secret: true } as const;

for (const [what, over, words] of [
  ['another scope', { scopes: [{ scope: 'contacts:read', reason: 'r' }] }, /may read contacts/],
  ['another host', { hosts: ['127.0.0.1', 'evil.example'] }, /may call evil\.example/],
  [
    'another secret',
    {
      auth: {
        is: 'inputs',
        inputs: [secret, { ...secret, name: 'second', title: 'Second secret', required: false }],
      },
    },
    /needs "Second secret"/,
  ],
  [
    'another input that has to be filled in',
    { auth: { is: 'inputs', inputs: [secret, { name: 'shop', type: 'string', title: 'Shop' }] } },
    /needs "Shop"/,
  ],
] as const) {
  test(`an install stays on its version while the next one asks for ${what}, and follows once that is gone`, async (t) => {
    const rooms = await testRooms(t);
    const [ours, theirs] = [await rooms.workspace(), await rooms.workspace()];
    const { id: appId } = await publish(ours, payApp(), 'public');
    const { install: made } = await install(theirs, appId, payApp());
    const see = () => installHandlers.getInstall({ installId: made.id }, theirs);

    await publish(ours, payApp(JSON.parse(JSON.stringify(over))), 'public');
    const left = await see();
    assert.deepEqual([left.version, left.state], [1, 'needs-attention']);
    assert.match(left.attention ?? '', words);

    await publish(ours, payApp({ description: 'Modest again' }), 'public');
    const followed = await see();
    assert.deepEqual([followed.version, followed.state, followed.attention], [3, 'active', null]);
  });
}
