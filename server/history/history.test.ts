// Tests of the history of drafts: what is kept, what leads back, and what is in the way.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeSchema, type ChangeInput } from '@bellwire/model/changes/change.ts';
import { appHandlers } from '../apps/handlers.ts';
import { botHandlers } from '../bots/handlers.ts';
import type { Context } from '../http/handler.ts';
import { refused } from '../http/refused.ts';
import { testRooms } from '../http/test-rooms.ts';
import { historyHandlers } from './handlers.ts';

async function edit(context: Context, appId: string, change: ChangeInput) {
  const { revision } = await appHandlers.getApp({ appId }, context);
  return appHandlers.changeApp({ appId, revision, changes: [changeSchema.parse(change)] }, context);
}

const page = { limit: 50 };

test('every edit is kept with its words and who made it, and the list says which version was made of it', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const { id: appId } = await appHandlers.createApp({ label: 'Pay' }, ours);
  await edit(ours, appId, { is: 'put-part', part: 'triggers', value: { name: 'paid', label: 'Paid' } });
  const { revision } = await edit(ours, appId, {
    is: 'rename-part',
    part: 'triggers',
    from: 'paid',
    to: 'payment_paid',
  });
  const draft = { visibility: 'private', changelog: '' } as const;
  await appHandlers.publishApp({ appId, revision, ...draft }, ours);
  const { rows, next } = await historyHandlers.listAppEdits({ appId, ...page }, ours);
  assert.equal(next, null);
  assert.deepEqual(
    rows.map(({ says, publishedAs, canRevert }) => [says, publishedAs, canRevert]),
    [
      [['Renamed the trigger "paid" to "payment_paid"'], 1, true],
      [['Saved the trigger "paid"'], null, true],
      [['Made it'], null, false],
    ],
  );
  assert.notEqual(rows[0]?.by, null);
  const first = await historyHandlers.listAppEdits({ appId, limit: 2 }, ours);
  const second = await historyHandlers.listAppEdits({ appId, limit: 2, after: first.next ?? '' }, ours);
  assert.deepEqual(
    [...first.rows, ...second.rows].map((row) => row.revision),
    [3, 2, 1],
  );
});

test('one edit is taken back, and those after it stay; what was changed again since is a conflict', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const { id: appId } = await appHandlers.createApp({ label: 'Pay' }, ours);
  await edit(ours, appId, { is: 'set-settings', set: { description: 'One', label: 'Acme' } });
  await edit(ours, appId, { is: 'set-settings', set: { hosts: ['api.example.com'] } });
  const { revision } = await edit(ours, appId, { is: 'set-settings', set: { description: 'Two' } });
  const asked = { appId, edit: 2, revision } as const;
  const conflict = await refused(
    historyHandlers.revertAppEdit({ ...asked, anyway: false }, ours),
    'conflict',
    /Changed again since: the setting "description"/,
  );
  assert.deepEqual(conflict.facts['conflicts'], ['the setting "description"']);
  const { app } = await historyHandlers.revertAppEdit({ ...asked, anyway: true }, ours);
  assert.deepEqual([app.label, app.description, app.hosts], ['Pay', '', ['api.example.com']]);
  await refused(historyHandlers.revertAppEdit({ ...asked, anyway: true }, ours), 'stale-edit');
  const late = { appId, edit: 99, revision: revision + 1, anyway: false };
  await refused(historyHandlers.revertAppEdit(late, ours), 'not-found');
});

test('a draft is restored to an edit or a version, and from there on again', async (t) => {
  const rooms = await testRooms(t);
  const [ours, theirs] = [await rooms.workspace(), await rooms.workspace()];
  const { id: appId, revision } = await appHandlers.createApp({ label: 'Pay' }, ours);
  const draft = { visibility: 'private', changelog: '' } as const;
  await appHandlers.publishApp({ appId, revision, ...draft }, ours);
  await edit(ours, appId, { is: 'set-settings', set: { description: 'One' } });
  const last = await edit(ours, appId, { is: 'set-settings', set: { description: 'Two' } });
  const restore = (at: number, to: { edit: number } | { version: number }) =>
    historyHandlers.restoreApp({ appId, revision: at, to }, ours);
  const one = await restore(last.revision, { edit: 2 });
  assert.equal(one.app.description, 'One');
  const two = await restore(one.revision, { edit: 3 });
  assert.equal(two.app.description, 'Two');
  const published = await restore(two.revision, { version: 1 });
  assert.equal(published.app.description, '');
  const { rows } = await historyHandlers.listAppEdits({ appId, ...page }, ours);
  assert.deepEqual(rows[0]?.says, ['Restored the draft of version 1']);
  await refused(restore(published.revision, { version: 9 }), 'not-found');
  await refused(historyHandlers.listAppEdits({ appId, ...page }, theirs), 'not-found');
});

test('edits of a time when the way back was not kept say so', async (t) => {
  const rooms = await testRooms(t);
  const ours = await rooms.workspace();
  const { id: appId } = await appHandlers.createApp({ label: 'Pay' }, ours);
  const { revision } = await edit(ours, appId, { is: 'set-settings', set: { description: 'One' } });
  await rooms.database.platform.updateTable('app_change').set({ inverse: null }).execute();
  const { rows } = await historyHandlers.listAppEdits({ appId, ...page }, ours);
  assert.equal(rows[0]?.canRevert, false);
  const asked = { appId, edit: 2, revision, anyway: false };
  await refused(historyHandlers.revertAppEdit(asked, ours), 'conflict', /not kept/);
});

test("a bot's flow has the same history", async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const bot = await botHandlers.createBot({ name: 'Shop', greeting: '', timeZone: 'UTC' }, ours);
  const { id: flowId } = await botHandlers.createFlow({ botId: bot.id, name: 'Hi', keywords: [] }, ours);
  const step = (id: string) => ({ id, type: 'end', settings: {}, exits: {} });
  const change = async (...changes: Parameters<typeof botHandlers.changeFlow>[0]['changes']) => {
    const { revision } = await botHandlers.getFlow({ flowId }, ours);
    return botHandlers.changeFlow({ flowId, revision, changes }, ours);
  };
  await change({ is: 'add-step', step: step('a') });
  const { revision } = await change({ is: 'add-step', step: step('b') });
  const { rows } = await historyHandlers.listFlowEdits({ flowId, ...page }, ours);
  assert.deepEqual(
    rows.map(({ says }) => says[0]),
    ['Added the step "b" (end)', 'Added the step "a" (end)', 'Made it'],
  );
  const without = await historyHandlers.revertFlowEdit({ flowId, edit: 2, revision, anyway: true }, ours);
  assert.deepEqual(
    without.graph.steps.map(({ id }) => id),
    ['b'],
  );
  const back = { flowId, revision: without.revision, to: { edit: 3 } };
  const restored = await historyHandlers.restoreFlow(back, ours);
  assert.deepEqual(
    restored.graph.steps.map(({ id }) => id),
    ['a', 'b'],
  );
});
