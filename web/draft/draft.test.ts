// The life of a change: held at once, sent in order, taken back, and made again on somebody else's edit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyAllToFlow } from '@bellwire/model/changes/apply.ts';
import type { FlowChange } from '@bellwire/model/changes/flow-change.ts';
import { emptyFlow, type FlowGraph } from '@bellwire/model/flow.ts';
import { flowChangesBetween } from '@bellwire/model/changes/changes-between.ts';
import { mergeFlows } from '@bellwire/model/merge/merge-definition.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { Draft } from './draft.ts';
import type { Saved, Unsent } from './draft-door.ts';

const add = (id: string): FlowChange => ({
  is: 'add-step',
  step: { id, type: 'wait', settings: {}, exits: {} },
});

/** The other side: keeps one flow, and refuses what is not made on its newest revision. */
function startServer() {
  let saved: Saved<FlowGraph> = { document: emptyFlow, revision: 1 };
  const told = { merged: 0 };
  const kept: { unsent?: Unsent<FlowGraph> | undefined } = {};
  const batches: string[][] = [];
  const edit = (changes: readonly FlowChange[]) => {
    const applied = applyAllToFlow(saved.document, changes);
    assert.ok(applied.ok);
    saved = { document: applied.value, revision: saved.revision + 1 };
  };
  return {
    edit,
    told,
    kept,
    batches,
    saved: () => saved,
    away: false,
    door() {
      return {
        apply: applyAllToFlow,
        load: async () => saved,
        send: async (revision: number, changes: readonly FlowChange[]) => {
          if (this.away) throw new ProblemError('outside-failed', { says: 'Away.' });
          if (revision !== saved.revision) throw new ProblemError('stale-edit');
          batches.push(changes.map((change) => change.is));
          edit(changes);
          return saved;
        },
        merge: mergeFlows,
        between: flowChangesBetween,
        onMerged: () => void (told.merged += 1),
        keep: (unsent: Unsent<FlowGraph> | undefined) => void (kept.unsent = unsent),
      };
    },
  };
}

const idsOf = (graph: FlowGraph) => graph.steps.map((step) => step.id);

test('a change holds at once, and what is done while it is on its way goes with the next request', async () => {
  const server = startServer();
  const draft = new Draft(server.saved(), server.door());
  draft.change([add('a')]);
  draft.change([add('b')]);
  draft.change([add('c')]);
  assert.deepEqual(idsOf(draft.state().document), ['a', 'b', 'c']);
  assert.equal(draft.state().saving.is, 'saving');
  assert.equal(await draft.settled(), 3);
  assert.equal(draft.state().saving.is, 'saved');
  assert.deepEqual(server.saved().document, draft.state().document);
  assert.deepEqual(server.batches, [['add-step'], ['add-step', 'add-step']]);
});

test('undo and redo are changes like any other', async () => {
  const server = startServer();
  const draft = new Draft(server.saved(), server.door());
  draft.change([add('a'), add('b')]);
  draft.undo();
  assert.deepEqual(idsOf(draft.state().document), []);
  assert.equal(draft.state().canUndo, false);
  draft.redo();
  assert.deepEqual(idsOf(draft.state().document), ['a', 'b']);
  await draft.settled();
  assert.deepEqual(server.saved().document, draft.state().document);
});

test('a change that cannot be made changes nothing and is not sent', async () => {
  const server = startServer();
  const draft = new Draft(server.saved(), server.door());
  assert.match(draft.change([{ is: 'remove-step', id: 'nobody' }])?.says ?? '', /nobody/);
  assert.equal(await draft.settled(), 1);
});

test("on somebody else's edit the change is made again on top of it, and that is said", async () => {
  const server = startServer();
  server.edit([add('first')]);
  const draft = new Draft(server.saved(), server.door());
  server.edit([add('theirs')]);
  draft.change([add('ours')]);
  await draft.settled();
  assert.deepEqual(idsOf(server.saved().document), ['first', 'theirs', 'ours']);
  assert.deepEqual(draft.state().document, server.saved().document);
  assert.equal(server.told.merged, 1);
  assert.equal(draft.state().canUndo, false);
});

const say = (text: string): FlowChange => ({ is: 'set-step', id: 'a', settings: { text } });
const textOf = (graph: FlowGraph) => graph.steps[0]?.settings.text;

test('where both changed the same text nothing is sent until somebody has chosen', async () => {
  for (const [side, text] of [
    ['ours', 'Ours'],
    ['theirs', 'Theirs'],
  ] as const) {
    const server = startServer();
    server.edit([add('a')]);
    const draft = new Draft(server.saved(), server.door());
    server.edit([say('Theirs')]);
    draft.change([say('Ours')]);
    await draft.settled();
    const { meeting, saving } = draft.state();
    assert.deepEqual(meeting?.conflicts, [
      { path: ['steps', 'a', 'settings', 'text'], ours: 'Ours', theirs: 'Theirs' },
    ]);
    assert.equal(saving.is, 'saving');
    assert.equal(textOf(server.saved().document), 'Theirs');
    meeting.settle([side]);
    await draft.settled();
    assert.deepEqual([textOf(server.saved().document), textOf(draft.state().document)], [text, text]);
    assert.equal(draft.state().meeting, undefined);
  }
});

test('an edit whose confirmation got lost is not made twice', async () => {
  const server = startServer();
  const door = server.door();
  let lost = true;
  const draft = new Draft(server.saved(), {
    ...door,
    send: async (revision, changes) => {
      const saved = await door.send(revision, changes);
      if (!lost) return saved;
      lost = false;
      throw new ProblemError('outside-failed', { says: 'Cut.' });
    },
  });
  draft.change([add('a')]);
  await draft.settled();
  const { saving } = draft.state();
  assert.ok(saving.is === 'failed');
  saving.onRetry();
  assert.equal(await draft.settled(), 2);
  assert.deepEqual(idsOf(server.saved().document), ['a']);
  assert.equal(server.told.merged, 0, 'it is our own edit that came first');
});

test('what is not confirmed is kept, and made again by the next visit on what has become of the document', async () => {
  const server = startServer();
  server.edit([add('first')]);
  const gone = new Draft(server.saved(), server.door());
  server.away = true;
  gone.change([add('ours')]);
  await gone.settled();
  gone.rest();
  const kept = server.kept.unsent;
  assert.ok(kept);
  server.away = false;
  server.edit([add('theirs')]);
  const draft = new Draft(server.saved(), server.door());
  draft.restore(kept);
  await draft.settled();
  assert.deepEqual(idsOf(server.saved().document).toSorted(), ['first', 'ours', 'theirs']);
  assert.equal(server.kept.unsent, undefined);
});

test('a change that could not be sent stays, and goes with the next try', async () => {
  const server = startServer();
  const draft = new Draft(server.saved(), server.door());
  server.away = true;
  draft.change([add('a')]);
  assert.equal(await draft.settled(), undefined);
  const { saving } = draft.state();
  assert.ok(saving.is === 'failed' && saving.says === 'Not saved: Away.');
  server.away = false;
  saving.onRetry();
  await draft.settled();
  assert.deepEqual(idsOf(server.saved().document), ['a']);
});

test('a newer state that was seen elsewhere is taken over while nothing is on its way', () => {
  const server = startServer();
  const draft = new Draft(server.saved(), server.door());
  server.edit([add('theirs')]);
  draft.see(server.saved());
  assert.deepEqual(idsOf(draft.state().document), ['theirs']);
});
