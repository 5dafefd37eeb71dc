// Tests of the operator's decisions: who may make them, what waits for them, and that a suspended app parks what it fires.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { appHandlers } from '../apps/handlers.ts';
import { payApp } from '../apps/pay-app.ts';
import { install, publish } from '../apps/publish-for-test.ts';
import type { Context } from '../http/handler.ts';
import { refused } from '../http/refused.ts';
import { testRooms } from '../http/test-rooms.ts';
import { installHandlers } from '../installs/handlers.ts';
import { requirePerson } from '../people/caller.ts';
import { reviewHandlers } from './handlers.ts';

/** A developer, a buyer, and an operator of the server. */
async function market(t: TestContext) {
  const rooms = await testRooms(t);
  const [ours, theirs, theOperators] = [
    await rooms.workspace(),
    await rooms.workspace(),
    await rooms.workspace(),
  ];
  const { personId } = requirePerson(theOperators.caller);
  const { email } = await rooms.database.platform
    .selectFrom('person')
    .select('email')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const operated = (context: Context): Context => ({
    ...context,
    workspaceId: context.workspaceId,
    operators: [email],
  });
  return { ours: operated(ours), theirs: operated(theirs), operator: operated(theOperators) };
}

const labels = async (context: Context) =>
  (await installHandlers.listListings({}, context)).rows.map(({ label, version }) => `${label} ${version}`);

test('a version for everybody waits for the operator, and is found once it is approved', async (t) => {
  const { ours, theirs, operator } = await market(t);
  const asked = await publish(ours, payApp(), 'public');
  assert.deepEqual([asked.state, asked.review], ['private', { is: 'asked', version: 1, says: '' }]);
  assert.deepEqual([await labels(ours), await labels(theirs)], [['Acme Pay 1'], []]);
  await refused(reviewHandlers.listOperatedApps({}, ours), 'forbidden', /BELLWIRE_OPERATORS/);

  const [row] = (await reviewHandlers.listOperatedApps({}, operator)).rows;
  assert.deepEqual([row?.asked?.version, row?.asked?.hosts, row?.asked?.changes], [1, ['127.0.0.1'], []]);
  const decide = (version: number) =>
    reviewHandlers.decideReview({ appId: asked.id, version, decision: 'approve', says: '' }, operator);
  await refused(decide(2), 'conflict', /Version 1 waits/);
  await decide(1);
  assert.deepEqual(await labels(theirs), ['Acme Pay 1']);
  await refused(decide(1), 'conflict', /No version/);
});

test('an update waits while installs stay on what was approved; a rejection says why', async (t) => {
  const { ours, theirs, operator } = await market(t);
  const { id: appId } = await publish(ours, payApp(), 'public');
  const decide = (version: number, decision: 'approve' | 'reject', says = '') =>
    reviewHandlers.decideReview({ appId, version, decision, says }, operator);
  await decide(1, 'approve');
  const { install: made } = await install(theirs, appId, payApp());
  const versionNow = async () => (await installHandlers.getInstall({ installId: made.id }, theirs)).version;

  await publish(ours, payApp({ label: 'Acme Pay 2' }), 'public');
  assert.equal(await versionNow(), 1);
  const [row] = (await reviewHandlers.listOperatedApps({}, operator)).rows;
  assert.deepEqual(row?.asked?.changes, ['The setting "label" was changed.']);
  await refused(decide(2, 'reject'), 'bad-input');
  await decide(2, 'reject', 'The label is too like another.');
  const { review, state } = await appHandlers.getApp({ appId }, ours);
  assert.deepEqual(
    [state, review?.is, review?.says],
    ['public', 'rejected', 'The label is too like another.'],
  );
  assert.equal(await versionNow(), 1);

  await publish(ours, payApp({ label: 'Acme Pay 3' }), 'public');
  await decide(3, 'approve');
  assert.equal(await versionNow(), 3);
});

test('a suspended app leaves the store, cannot be published, and comes back as it was', async (t) => {
  const { ours, theirs, operator } = await market(t);
  const { id: appId, revision } = await publish(ours, payApp(), 'public');
  await reviewHandlers.decideReview({ appId, version: 1, decision: 'approve', says: '' }, operator);
  await reviewHandlers.suspendApp({ appId, says: 'It sends spam.' }, operator);
  await refused(reviewHandlers.suspendApp({ appId, says: 'Again.' }, operator), 'conflict');
  assert.deepEqual(await labels(theirs), []);
  const seen = await appHandlers.getApp({ appId }, ours);
  assert.deepEqual([seen.state, seen.suspended], ['suspended', 'It sends spam.']);
  const again = { appId, revision, visibility: 'public', changelog: '' } as const;
  await refused(appHandlers.publishApp(again, ours), 'forbidden', /suspended/);
  await refused(reviewHandlers.liftSuspension({ appId }, ours), 'forbidden');
  await reviewHandlers.liftSuspension({ appId }, operator);
  assert.deepEqual(await labels(theirs), ['Acme Pay 1']);
});

test('where the server has no operators, nothing waits', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const { state, review } = await publish(ours, payApp(), 'public');
  assert.deepEqual([state, review], ['public', null]);
});
