// Tests of a bot's flows: made, changed on a revision, published, removed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { uuidV7 } from '../database/uuid.ts';
import { refused } from '../http/refused.ts';
import { testRooms } from '../http/test-rooms.ts';
import { botHandlers } from './handlers.ts';

async function shop(t: TestContext) {
  const rooms = await testRooms(t);
  const [ours, theirs] = [await rooms.workspace(), await rooms.workspace()];
  const { id: botId } = await botHandlers.createBot({ name: 'Shop', greeting: '', timeZone: 'UTC' }, ours);
  const make = (name: string, keywords: string[] = []) =>
    botHandlers.createFlow({ botId, name, keywords }, ours);
  return { rooms, ours, theirs, botId, make };
}

const addNote = { is: 'add-step', step: { id: 'note', type: 'comment', settings: {}, exits: {} } } as const;

test('a flow is made empty, listed by name, and hidden from other workspaces', async (t) => {
  const { ours, theirs, botId, make } = await shop(t);
  const flow = await make('Welcome', ['hi']);
  await make('Help');
  assert.deepEqual(
    [flow.graph, flow.revision, flow.publishedVersion, flow.startedBy],
    [{ start: null, steps: [] }, 1, null, []],
  );
  const { rows } = await botHandlers.listFlows({ botId }, ours);
  assert.deepEqual(
    rows.map((row) => [row.name, row.keywords, row.hasUnpublishedChanges]),
    [
      ['Help', [], true],
      ['Welcome', ['hi'], true],
    ],
  );
  await refused(botHandlers.listFlows({ botId }, theirs), 'not-found');
  await refused(botHandlers.getFlow({ flowId: flow.id }, theirs), 'not-found');
  await refused(botHandlers.deleteFlow({ flowId: flow.id }, theirs), 'not-found');
});

test('two flows of a bot share neither a name nor a keyword, whatever its case', async (t) => {
  const { ours, make } = await shop(t);
  await make('Welcome', ['hi']);
  const other = await make('Help');
  await refused(make('Welcome'), 'conflict', /already has a flow called "Welcome"/);
  await refused(make('More', ['yes', 'HI']), 'bad-input', /already starts the flow "Welcome"/, 'keywords.1');
  await refused(botHandlers.updateFlow({ flowId: other.id, name: 'Welcome' }, ours), 'conflict');
  await refused(botHandlers.updateFlow({ flowId: other.id, keywords: ['Hi'] }, ours), 'bad-input');
  const updated = await botHandlers.updateFlow({ flowId: other.id, name: 'Help', keywords: ['help'] }, ours);
  assert.deepEqual([updated.keywords, updated.revision], [['help'], 1]);
  assert.deepEqual(
    (await botHandlers.updateFlow({ flowId: other.id, keywords: ['help', 'aid'] }, ours)).keywords,
    ['help', 'aid'],
  );
});

test('of many flows made at once under one name, one is made', async (t) => {
  const { make } = await shop(t);
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => make('Welcome')));
  assert.equal(outcomes.filter((outcome) => outcome.status === 'fulfilled').length, 1);
});

test('changes are made all or none, on the revision named, and kept', async (t) => {
  const { rooms, ours, make } = await shop(t);
  const { id: flowId, revision } = await make('Welcome');
  const wrong = { is: 'remove-step', id: 'nowhere' } as const;
  await refused(
    botHandlers.changeFlow({ flowId, revision, changes: [addNote, wrong] }, ours),
    'bad-input',
    /nowhere/,
    'changes.1.id',
  );
  const changed = await botHandlers.changeFlow({ flowId, revision, changes: [addNote] }, ours);
  assert.deepEqual([changed.graph.steps.map((step) => step.id), changed.revision], [['note'], 2]);
  const stale = await refused(
    botHandlers.changeFlow({ flowId, revision, changes: [addNote] }, ours),
    'stale-edit',
  );
  assert.deepEqual(stale.facts, { revision: 2 });
  const history = await rooms.database.platform
    .selectFrom('flow_change')
    .select(['revision', 'changes'])
    .execute();
  assert.deepEqual(history, [{ revision: 2, changes: [addNote] }]);
});

test('publishing freezes a version; a later draft leaves it as it is', async (t) => {
  const { rooms, ours, theirs, make } = await shop(t);
  const { id: flowId } = await make('Welcome');
  await refused(botHandlers.publishFlow({ flowId, revision: 2 }, ours), 'stale-edit');
  await refused(botHandlers.publishFlow({ flowId, revision: 1 }, theirs), 'not-found');
  const published = await botHandlers.publishFlow({ flowId, revision: 1 }, ours);
  assert.deepEqual([published.publishedVersion, published.hasUnpublishedChanges], [1, false]);
  const changed = await botHandlers.changeFlow({ flowId, revision: 1, changes: [addNote] }, ours);
  assert.deepEqual([changed.publishedVersion, changed.hasUnpublishedChanges], [1, true]);
  const versions = await rooms.database.platform
    .selectFrom('flow_version')
    .select(['version', 'graph'])
    .execute();
  assert.deepEqual(versions, [{ version: 1, graph: { start: null, steps: [] } }]);
});

test('a flow whose check finds problems is not published', async (t) => {
  const { ours, botId } = await shop(t);
  const graph = { start: 'one', steps: [{ id: 'one', type: 'no-such-type', settings: {}, exits: {} }] };
  const flow = await botHandlers.createFlow({ botId, name: 'Broken', keywords: [], graph }, ours);
  assert.ok(
    flow.complaints.some(
      (complaint) => complaint.level === 'problem' && complaint.says.includes('no-such-type'),
    ),
  );
  await refused(
    botHandlers.publishFlow({ flowId: flow.id, revision: 1 }, ours),
    'not-publishable',
    /no-such-type/,
  );
});

test('a flow is removed, and a flow that is not there is not found', async (t) => {
  const { ours, botId, make } = await shop(t);
  const { id: flowId } = await make('Welcome');
  await botHandlers.updateBot({ botId, mainFlowId: flowId }, ours);
  await botHandlers.deleteFlow({ flowId }, ours);
  assert.equal((await botHandlers.getBot({ botId }, ours)).mainFlowId, null);
  await refused(botHandlers.getFlow({ flowId }, ours), 'not-found');
  await refused(botHandlers.deleteFlow({ flowId: uuidV7() }, ours), 'not-found');
});

test('a published version stays as it was, and another workspace does not see it', async (t) => {
  const { ours, theirs, make } = await shop(t);
  const { id: flowId, graph } = await make('Welcome');
  await botHandlers.publishFlow({ flowId, revision: 1 }, ours);
  assert.deepEqual((await botHandlers.getFlowVersion({ flowId, version: 1 }, ours)).graph, graph);
  await refused(botHandlers.getFlowVersion({ flowId, version: 2 }, ours), 'not-found');
  await refused(botHandlers.getFlowVersion({ flowId, version: 1 }, theirs), 'not-found');
});
