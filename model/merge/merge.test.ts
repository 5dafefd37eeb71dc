// Two edits brought together: nothing that only one side did is lost, and what both did is asked about.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { canonicalText } from '../canonical.ts';
import { appChangesBetween, flowChangesBetween } from '../changes/changes-between.ts';
import { applyAllToApp, applyAllToFlow, applyToApp } from '../changes/apply.ts';
import type { Change } from '../changes/change.ts';
import type { App } from '../app.ts';
import type { FlowGraph } from '../flow.ts';
import { anyApp, anyGraph } from '../testing/any-app.ts';
import { anyChange } from '../testing/any-change.ts';
import { testStepTypes } from '../testing/step-types.ts';
import { mergeApps, mergeFlows } from './merge-definition.ts';

const ask = (text: string, more: object = {}) => ({
  id: 'ask',
  type: 'question',
  settings: { text, answer: 'number' },
  exits: {},
  ...more,
});
const flow = (...steps: FlowGraph['steps']): FlowGraph => ({ start: steps[0]?.id ?? null, steps });

test('different settings of one step, a label, a place and a new step come together', () => {
  const base = flow(ask('How much?'));
  const ours = flow(
    ask('How much?', { settings: { text: 'How much?', answer: 'text' }, at: { x: 8, y: 8 } }),
  );
  const theirs = flow(ask('What price?', { label: 'Price', at: { x: 0, y: 0 } }), {
    id: 'end',
    type: 'end',
    settings: {},
    exits: {},
  });
  const { document, conflicts } = mergeFlows(base, ours, theirs);
  assert.deepEqual(conflicts, []);
  assert.deepEqual(
    document.steps[0],
    ask('', { settings: { text: 'What price?', answer: 'text' }, label: 'Price', at: { x: 8, y: 8 } }),
  );
  assert.equal(document.steps.length, 2);
});

test('the same text changed on both sides is asked about, and the choice is taken', () => {
  const three = [flow(ask('A')), flow(ask('B')), flow(ask('C'))] as const;
  const { conflicts } = mergeFlows(...three);
  assert.deepEqual(conflicts, [{ path: ['steps', 'ask', 'settings', 'text'], ours: 'B', theirs: 'C' }]);
  assert.equal(mergeFlows(...three, () => 'ours').document.steps[0]?.settings.text, 'B');
});

test('a step changed here and removed there is asked about, and a wire to a removed step ends open', () => {
  const other = { id: 'b', type: 'end', settings: {}, exits: {} };
  const base = flow(ask('A'), other);
  const { conflicts } = mergeFlows(base, flow(ask('B'), other), flow(other));
  assert.deepEqual(conflicts[0]?.theirs, undefined);
  const led = mergeFlows(base, flow(ask('A', { exits: { next: 'b' } }), other), flow(ask('A')));
  assert.deepEqual([led.conflicts, led.document.steps[0]?.exits], [[], {}]);
});

/** An app after those of the changes that can be made. */
function edited(app: App, changes: readonly Change[]): App {
  let now = app;
  for (const change of changes) {
    const made = applyToApp(now, change, testStepTypes);
    if (made.ok) now = made.value;
  }
  return now;
}

const anyEdits = fc.array(anyChange, { maxLength: 6 });

test('where only one side has edited, its state is what comes out', () => {
  fc.assert(
    fc.property(anyApp, anyEdits, (app, changes) => {
      const ours = edited(app, changes);
      for (const merged of [
        mergeApps(app, ours, app),
        mergeApps(app, app, ours),
        mergeApps(app, ours, ours),
      ]) {
        assert.deepEqual(merged.conflicts, []);
        assert.equal(merged.document.label, ours.label);
        assert.deepEqual(merged.document.fields, ours.fields);
        assert.deepEqual(merged.document.triggers, ours.triggers);
      }
    }),
    { numRuns: 200 },
  );
});

test('the changes between two apps lead from the one to the other', () => {
  fc.assert(
    fc.property(anyApp, anyEdits, (from, changes) => {
      const to = edited(from, changes);
      const made = applyAllToApp(from, appChangesBetween(from, to, testStepTypes), testStepTypes);
      assert.equal(made.ok ? canonicalText(made.value) : made.complaint.says, canonicalText(to));
    }),
    { numRuns: 300 },
  );
});

test('the changes between two flows lead from the one to the other', () => {
  fc.assert(
    fc.property(anyGraph, anyGraph, (from, to) => {
      const made = applyAllToFlow(from, flowChangesBetween(from, to));
      assert.ok(made.ok);
      assert.deepEqual(JSON.parse(JSON.stringify(made.value)), JSON.parse(JSON.stringify(to)));
    }),
    { numRuns: 300 },
  );
});
