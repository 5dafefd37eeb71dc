// Tests of mini-apps as drafts: made, changed, replaced by text, removed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonObject } from '@bellwire/model/json.ts';
import { uuidV7 } from '../database/uuid.ts';
import { refused } from '../http/refused.ts';
import { testRooms } from '../http/test-rooms.ts';
import { installHandlers } from '../installs/handlers.ts';
import { appHandlers } from './handlers.ts';
import { payApp } from './pay-app.ts';
import { install, publish } from './publish-for-test.ts';

test('an app is made empty from a label, under a free name, and no other workspace sees it', async (t) => {
  const rooms = await testRooms(t);
  const [ours, theirs] = [await rooms.workspace(), await rooms.workspace()];
  const first = await appHandlers.createApp({ label: 'Acme Pay' }, ours);
  const second = await appHandlers.createApp({ label: 'Acme Pay' }, ours);
  assert.deepEqual([first.name, second.name], ['acme_pay', 'acme_pay_2']);
  assert.equal(first.revision, 1);
  assert.equal(first.hasUnpublishedChanges, true);
  assert.deepEqual((await appHandlers.listApps({}, ours)).rows.map((row) => row.name).toSorted(), [
    'acme_pay',
    'acme_pay_2',
  ]);
  assert.deepEqual((await appHandlers.listApps({}, theirs)).rows, []);
  await refused(appHandlers.getApp({ appId: first.id }, theirs), 'not-found');
  await refused(appHandlers.appText({ appId: first.id }, theirs), 'not-found');
  await refused(appHandlers.deleteApp({ appId: first.id }, theirs), 'not-found');
});

test('an app is made from a definition, with its defaults filled in', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const definition = { format: 'bellwire.app/1', name: 'pay', label: 'Pay' };
  const made = await appHandlers.createApp({ definition, label: 'My copy', name: 'my-copy' }, ours);
  assert.deepEqual([made.app.name, made.app.label, made.app.triggers], ['my-copy', 'My copy', []]);
  await refused(
    appHandlers.createApp({ definition: { ...definition, names: 'x' } }, ours),
    'bad-input',
    /Did you mean "name"/,
    'definition.names',
  );
  await refused(
    appHandlers.createApp({ definition: 'text' }, ours),
    'bad-input',
    /an object is expected/,
    'definition',
  );
  await refused(appHandlers.createApp({}, ours), 'bad-input', /label/, 'label');
});

test('a copy never takes over the app whose name it has: the refusal names a free one', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const first = await appHandlers.createApp({ definition: jsonObject(payApp()) }, ours);
  const problem = await refused(
    appHandlers.createApp({ definition: jsonObject(payApp()) }, ours),
    'conflict',
    /another name, such as/,
  );
  assert.equal(problem.facts['appId'], first.id);
  const name = String(problem.facts['freeName']);
  assert.equal((await appHandlers.createApp({ definition: jsonObject(payApp()), name }, ours)).name, name);
});

test('of many copies made at once under one name, one is made', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const copies = Array.from({ length: 8 }, () =>
    appHandlers.createApp({ definition: jsonObject(payApp()) }, ours),
  );
  const outcomes = await Promise.allSettled(copies);
  assert.equal(outcomes.filter((outcome) => outcome.status === 'fulfilled').length, 1);
});

test('changes are made all or none, on the revision named, and are kept in the history', async (t) => {
  const rooms = await testRooms(t);
  const ours = await rooms.workspace();
  const { id: appId, revision } = await appHandlers.createApp({ definition: jsonObject(payApp()) }, ours);
  const label = { is: 'set-settings', set: { label: 'Acme' } } as const;
  const gone = { is: 'remove-part', part: 'fields', name: 'nowhere' } as const;
  await refused(
    appHandlers.changeApp({ appId, revision, changes: [label, gone] }, ours),
    'bad-input',
    /nowhere/,
    'changes.1.name',
  );
  assert.equal((await appHandlers.getApp({ appId }, ours)).app.label, 'Acme Pay');

  const changed = await appHandlers.changeApp({ appId, revision, changes: [label] }, ours);
  assert.deepEqual([changed.label, changed.app.label, changed.revision], ['Acme', 'Acme', revision + 1]);
  const stale = await refused(
    appHandlers.changeApp({ appId, revision, changes: [label] }, ours),
    'stale-edit',
  );
  assert.equal(stale.facts['revision'], changed.revision);
  const history = await rooms.database.platform
    .selectFrom('app_change')
    .select(['revision', 'changes', 'person_id'])
    .execute();
  assert.deepEqual(history, [
    { revision: 2, changes: [label], person_id: ours.caller.is === 'person' && ours.caller.personId },
  ]);
});

test('of two changes at once on one revision, one is made', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const { id: appId, revision } = await appHandlers.createApp({ label: 'Pay' }, ours);
  const change = (label: string) =>
    appHandlers.changeApp({ appId, revision, changes: [{ is: 'set-settings', set: { label } }] }, ours);
  const outcomes = await Promise.allSettled([change('One'), change('Two'), change('Three')]);
  assert.equal(outcomes.filter((outcome) => outcome.status === 'fulfilled').length, 1);
  assert.equal((await appHandlers.getApp({ appId }, ours)).revision, revision + 1);
});

test('a name can be changed to one that is free in the workspace', async (t) => {
  const rooms = await testRooms(t);
  const [ours, theirs] = [await rooms.workspace(), await rooms.workspace()];
  await appHandlers.createApp({ label: 'Taken' }, ours);
  await appHandlers.createApp({ label: 'Elsewhere' }, theirs);
  const { id: appId, revision } = await appHandlers.createApp({ label: 'Pay' }, ours);
  const rename = (name: string) =>
    appHandlers.changeApp({ appId, revision, changes: [{ is: 'set-settings', set: { name } }] }, ours);
  await refused(rename('taken'), 'conflict');
  assert.equal((await rename('elsewhere')).name, 'elsewhere');
});

test('the whole draft is replaced by a text, and given back as one, byte by byte', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const { id: appId } = await appHandlers.createApp({ definition: jsonObject(payApp()) }, ours);
  const { text } = await appHandlers.appText({ appId }, ours);
  const next = text.replace('"Acme Pay"', '"Acme Payments"');
  const replaced = await appHandlers.replaceApp({ appId, revision: 1, text: next }, ours);
  assert.deepEqual([replaced.label, replaced.revision], ['Acme Payments', 2]);
  assert.equal((await appHandlers.appText({ appId }, ours)).text, next);
  assert.equal((await appHandlers.replaceApp({ appId, text: next }, ours)).revision, 2);
  await refused(appHandlers.replaceApp({ appId, revision: 1, text }, ours), 'stale-edit');
});

test('what is wrong with a text is told with its line', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const { id: appId } = await appHandlers.createApp({ label: 'Pay' }, ours);
  await refused(
    appHandlers.replaceApp({ appId, text: '{\n  "format": oops\n}' }, ours),
    'bad-input',
    /^Line 2, column 13: /m,
  );
  const unknown = '{\n  "format": "bellwire.app/1",\n  "name": "pay",\n  "label": "Pay",\n  "tigers": []\n}';
  await refused(
    appHandlers.replaceApp({ appId, text: unknown }, ours),
    'bad-input',
    /^Line 5, .*"tigers"/m,
    'tigers',
  );
});

test('an app is removed unless it was ever installed', async (t) => {
  const rooms = await testRooms(t);
  const [ours, theirs] = [await rooms.workspace(), await rooms.workspace()];
  const app = payApp();
  const { id: appId } = await publish(ours, app, 'public');
  const { install: made } = await install(theirs, appId, app);
  await refused(appHandlers.deleteApp({ appId }, ours), 'conflict', /installed once/);
  await installHandlers.uninstallApp({ installId: made.id }, theirs);
  await refused(appHandlers.deleteApp({ appId }, ours), 'conflict', /was installed/);

  const { id: other } = await appHandlers.createApp({ label: 'Other' }, ours);
  await appHandlers.deleteApp({ appId: other }, ours);
  await refused(appHandlers.getApp({ appId: other }, ours), 'not-found');
  await refused(appHandlers.deleteApp({ appId: uuidV7() }, ours), 'not-found');
});
