// The life of a change: held at once, sent in order, taken back, and made again on somebody else's edit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyAllToFlow } from '@bellwire/model/changes/apply.ts';
import type { FlowChange } from '@bellwire/model/changes/flow-change.ts';
import { emptyFlow, type FlowGraph } from '@bellwire/model/flow.ts';
import { ProblemError, type Complaint } from '@bellwire/model/problem.ts';
import { Draft, type Saved } from './draft.ts';

const add = (id: string): FlowChange => ({
  is: 'add-step',
  step: { id, type: 'wait', settings: {}, exits: {} },
});

/** The other side: keeps one flow, and refuses what is not made on its newest revision. */
function startServer() {
  let saved: Saved<FlowGraph> = { document: emptyFlow, revision: 1 };
  const told: (Complaint | undefined)[] = [];
  const batches: string[][] = [];
  const edit = (changes: readonly FlowChange[]) => {
    const applied = applyAllToFlow(saved.document, changes);
    assert.ok(applied.ok);
    saved = { document: applied.value, revision: saved.revision + 1 };
  };
  return {
    edit,
    told,
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
        onStale: (complaint: Complaint | undefined) => void told.push(complaint),
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
  const draft = new Draft(server.saved(), server.door());
  server.edit([add('theirs')]);
  draft.change([add('ours')]);
  await draft.settled();
  assert.deepEqual(idsOf(server.saved().document), ['theirs', 'ours']);
  assert.deepEqual(draft.state().document, server.saved().document);
  assert.deepEqual(server.told, [undefined]);
  assert.equal(draft.state().canUndo, false);
});

test('a change that cannot be made on top of it gives way, and why is said', async () => {
  const server = startServer();
  const draft = new Draft(server.saved(), server.door());
  server.edit([add('same')]);
  draft.change([add('same'), add('next')]);
  await draft.settled();
  assert.deepEqual(idsOf(draft.state().document), ['same']);
  assert.match(server.told[0]?.says ?? '', /already has a step "same"/);
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
