// What the canvas draws of a flow, and what its edits mean for the flow.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyAllToFlow } from '@bellwire/model/changes/apply.ts';
import { emptyFlow, type FlowGraph } from '@bellwire/model/flow.ts';
import { toCanvasProblems, toCanvasSteps, toFlowChanges, wholeFlowProblems } from './canvas-steps.ts';

const flow: FlowGraph = {
  start: 'a',
  steps: [
    {
      id: 'a',
      type: 'wait',
      label: 'Pause',
      settings: { amount: 5 },
      exits: { next: 'b' },
      at: { x: 8, y: 16 },
    },
    { id: 'b', type: 'end', settings: {}, exits: {} },
  ],
};

test('a flow drawn on an empty canvas is the same flow', () => {
  const adds = toCanvasSteps(flow).map((step) => ({ is: 'add-step' as const, step }));
  const made = applyAllToFlow(emptyFlow, toFlowChanges(adds));
  assert.deepEqual(made.ok && made.value, flow);
});

test('a step that has not changed is drawn as the very same one', () => {
  const again = toCanvasSteps({ ...flow, steps: [...flow.steps] });
  assert.ok(again.every((step, place) => step === toCanvasSteps(flow)[place]));
});

test('an empty name takes the label away, and a moved entry moves the start', () => {
  const changes = toFlowChanges([
    { is: 'set-step', id: 'a', label: '' },
    { is: 'set-entry', entry: 'start', to: 'b' },
  ]);
  const made = applyAllToFlow(flow, changes);
  assert.ok(made.ok);
  assert.equal(made.value.steps[0]?.label, undefined);
  assert.equal(made.value.start, 'b');
});

test('a problem of a setting stands beside its field, one of the step above the form, others with the flow', () => {
  const complaints = [
    { path: ['steps', 1, 'settings', 'url'], says: 'Fill it in.' },
    { path: ['steps', 1], says: 'No way leads here.' },
    { path: ['start'], says: 'Choose the start.' },
  ];
  assert.deepEqual(toCanvasProblems(flow, complaints), [
    { step: 'b', says: 'Fill it in.', beside: true },
    { step: 'b', says: 'No way leads here.' },
  ]);
  assert.deepEqual(wholeFlowProblems(complaints), [{ says: 'Choose the start.' }]);
});
