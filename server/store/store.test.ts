// Tests of the store: who sees which apps, and what a listing tells.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appHandlers } from '../apps/handlers.ts';
import { payApp } from '../apps/pay-app.ts';
import { install, publish } from '../apps/publish-for-test.ts';
import { refused } from '../http/refused.ts';
import { testRooms } from '../http/test-rooms.ts';
import { installHandlers } from '../installs/handlers.ts';

test('the store has the public apps of all and the private ones of the workspace itself, and no drafts', async (t) => {
  const rooms = await testRooms(t);
  const [ours, theirs] = [await rooms.workspace('Maker'), await rooms.workspace('Buyer')];
  await publish(ours, payApp({ name: 'public-one', label: 'Public' }), 'public');
  const hidden = await publish(ours, payApp({ name: 'private-one', label: 'Private' }), 'private');
  await appHandlers.createApp({ label: 'Draft' }, ours);
  const labels = async (context: typeof ours) =>
    (await installHandlers.listListings({}, context)).rows.map((row) => row.label);
  assert.deepEqual(await labels(ours), ['Private', 'Public']);
  assert.deepEqual(await labels(theirs), ['Public']);
  await refused(installHandlers.getListing({ appId: hidden.id }, theirs), 'not-found');
});

test('a listing tells of the published version, and nothing of the draft behind it', async (t) => {
  const rooms = await testRooms(t);
  const [ours, theirs] = [await rooms.workspace('Maker'), await rooms.workspace('Buyer')];
  const app = payApp();
  const published = await publish(ours, app, 'public');
  const secretPlan = { is: 'set-settings', set: { label: 'Secret plan', about: 'Secret plan' } } as const;
  await appHandlers.changeApp(
    { appId: published.id, revision: published.revision, changes: [secretPlan] },
    ours,
  );
  await install(theirs, published.id, app);

  const page = await installHandlers.getListing({ appId: published.id }, theirs);
  assert.ok(!JSON.stringify(page).includes('Secret plan'));
  assert.deepEqual(
    [page.label, page.publisher, page.version, page.installs, page.installedHere],
    ['Acme Pay', 'Maker', 1, 1, true],
  );
  assert.deepEqual(page.scopes, [
    { scope: 'triggers:fire', may: 'fire its own triggers', reason: 'to tell of payments' },
  ]);
  assert.deepEqual(page.triggers, [
    { name: 'payment_paid', label: 'Payment paid', about: '', sample: { amount: 12.5, status: 'text' } },
  ]);
  assert.deepEqual(page.actions, [{ name: 'create_link', label: 'Create payment link', about: '' }]);
  assert.deepEqual(
    page.authInputs.map((input) => input.name),
    ['secret', 'mode'],
  );
  assert.deepEqual(page.hosts, ['127.0.0.1']);
  assert.deepEqual(
    page.versions.map((version) => version.number),
    [1],
  );
  const { rows } = await installHandlers.listListings({}, ours);
  assert.deepEqual(
    rows.map((row) => [row.installs, row.installedHere]),
    [[1, false]],
  );
});

test('apps are found by a part of their words, taken literally, and by category', async (t) => {
  const ours = await (await testRooms(t)).workspace('Corner shop');
  await publish(ours, payApp({ label: '100% Pay', name: 'one' }));
  await publish(
    ours,
    payApp({ label: '1000 Bookings', name: 'two', category: 'booking', description: 'Rooms' }),
  );
  const labels = async (input: Parameters<typeof installHandlers.listListings>[0]) =>
    (await installHandlers.listListings(input, ours)).rows.map((row) => row.label);
  assert.deepEqual(await labels({ search: '100%' }), ['100% Pay']);
  assert.deepEqual(await labels({ search: 'ROOM' }), ['1000 Bookings']);
  assert.deepEqual(await labels({ search: 'corner' }), ['100% Pay', '1000 Bookings']);
  assert.deepEqual(await labels({ category: 'booking' }), ['1000 Bookings']);
  assert.deepEqual(await labels({ search: 'nothing' }), []);
});
