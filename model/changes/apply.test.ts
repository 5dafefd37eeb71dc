// Tests of the changes: the examples that each kind declares, and that undo leads back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { appParts, appSchema, type App, type AppInput } from '../app.ts';
import { canonicalText } from '../canonical.ts';
import { mentionsIn } from '../mentions/app-mentions.ts';
import { anyApp, anyGraph, anyName } from '../testing/any-app.ts';
import { anyChange, anyFlowChange } from '../testing/any-change.ts';
import { testStepTypes } from '../testing/step-types.ts';
import { appChanges } from './app-changes.ts';
import { applyAllToApp, applyAllToFlow, applyToApp, applyToFlow, says } from './apply.ts';
import { changeSchema, type Change } from './change.ts';
import type { Applied } from './change-kind.ts';
import { flowChanges } from './flow-changes.ts';

const appOf = (parts: Partial<AppInput>): App =>
  appSchema.parse({ format: 'bellwire.app/1', name: 'shop', label: 'Shop', ...parts });

for (const [is, kind] of Object.entries(flowChanges)) {
  for (const example of kind.examples) {
    test(`${is}: ${example.says}`, () => {
      const applied = applyToFlow(example.on, example.change);
      if ('refuses' in example)
        assert.equal(applied.ok ? 'applied' : applied.complaint.says, example.refuses);
      else assert.deepEqual(applied.ok ? applied.value : applied.complaint, example.gives);
    });
  }
}

for (const [is, kind] of Object.entries(appChanges)) {
  for (const example of kind.examples) {
    test(`${is}: ${example.says}`, () => {
      const applied = applyToApp(appOf(example.on), changeSchema.parse(example.change), testStepTypes);
      if ('refuses' in example)
        assert.equal(applied.ok ? 'applied' : applied.complaint.says, example.refuses);
      else
        assert.equal(
          applied.ok ? canonicalText(applied.value) : '',
          canonicalText(appOf({ ...example.on, ...example.gives })),
        );
    });
  }
}

/** Makes those of the changes that can be made, one after the other, and gathers what leads back. */
function makeAll<Document, Made>(
  document: Document,
  changes: Made[],
  apply: (on: Document, change: Made) => Applied<Document, Made>,
) {
  let value = document;
  const back: Made[] = [];
  for (const change of changes) {
    const applied = apply(value, change);
    if (!applied.ok) continue;
    value = applied.value;
    back.unshift(...applied.inverse);
  }
  return { value, back };
}

test('undo leads back to the same text, whatever was changed in an app', () => {
  let changed = 0;
  const property = fc.property(
    anyApp,
    fc.array(anyChange, { minLength: 1, maxLength: 5 }),
    (app, changes) => {
      const before = canonicalText(app);
      const { value, back } = makeAll(app, changes, (on, change: Change) =>
        applyToApp(on, change, testStepTypes),
      );
      assert.ok(appSchema.safeParse(value).success, 'what comes out is an app again');
      assert.equal(canonicalText(app), before, 'the app that came in is left as it was');
      if (canonicalText(value) !== before) changed += 1;
      const undone = applyAllToApp(value, back, testStepTypes);
      assert.equal(undone.ok ? canonicalText(undone.value) : undone.complaint.says, before);
    },
  );
  fc.assert(property, { numRuns: 150 });
  assert.ok(changed > 50, `only ${changed} apps were changed at all`);
});

test('undo leads back to the same flow, whatever was changed in it', () => {
  let changed = 0;
  const property = fc.property(
    anyGraph,
    fc.array(anyFlowChange, { minLength: 1, maxLength: 8 }),
    (graph, changes) => {
      const { value, back } = makeAll(graph, changes, applyToFlow);
      if (!isDeepStrictEqual(value, graph)) changed += 1;
      const undone = applyAllToFlow(value, back);
      assert.deepEqual(undone.ok ? undone.value : undone.complaint, graph);
    },
  );
  fc.assert(property, { numRuns: 1000 });
  assert.ok(changed > 300, `only ${changed} flows were changed at all`);
});

test('after a rename every mention says the new name, and every other mention what it said before', () => {
  let mentioned = 0;
  const property = fc.property(anyApp, fc.constantFrom(...appParts), anyName, (app, part, from) => {
    const applied = applyToApp(app, { is: 'rename-part', part, from, to: 'new-name' }, testStepTypes);
    if (!applied.ok) return;
    const expected = mentionsIn(app, testStepTypes).map((mention) => {
      const isMeant = mention.part === part && mention.name === from;
      if (isMeant) mentioned += 1;
      return isMeant ? { ...mention, name: 'new-name' } : mention;
    });
    assert.deepEqual(mentionsIn(applied.value, testStepTypes), expected);
  });
  fc.assert(property, { numRuns: 300 });
  assert.ok(mentioned > 50, `only ${mentioned} mentions were renamed at all`);
});

test('all changes are made or none, and the complaint tells which one could not be', () => {
  const app = appOf({ fields: [{ name: 'sum', label: 'Sum', type: 'number' }] });
  const changes: Change[] = [
    { is: 'rename-part', part: 'fields', from: 'sum', to: 'total' },
    { is: 'remove-part', part: 'fields', name: 'sum' },
  ];
  assert.deepEqual(applyAllToApp(app, changes, testStepTypes), {
    ok: false,
    complaint: { path: [1, 'name'], says: 'There is no app field "sum". The app fields are total.' },
  });
});

test("a change of an app's flow names the flow", () => {
  const app = appOf({ flows: [{ name: 'main', label: 'Main', start: null, steps: [] }] });
  const step = { id: 's1', type: 'wait', settings: {}, exits: {} };
  const applied = applyToApp(app, { is: 'add-step', flow: 'main', step }, testStepTypes);
  assert.ok(applied.ok);
  assert.deepEqual(applied.value.flows[0]?.steps, [step]);
  assert.deepEqual(applied.inverse.at(-1), { is: 'remove-step', id: 's1', flow: 'main' });
  for (const flow of [undefined, 'mian']) {
    const refused = applyToApp(app, { is: 'add-step', flow, step }, testStepTypes);
    assert.deepEqual(refused.ok ? [] : refused.complaint.path, ['flow']);
  }
});

test('an entry that is there twice is not changed by its name, as undo could not tell the two apart', () => {
  const field = { name: 'sum', label: 'Sum', type: 'number' } as const;
  const applied = applyToApp(
    appOf({ fields: [field, field] }),
    { is: 'remove-part', part: 'fields', name: 'sum' },
    [],
  );
  assert.match(applied.ok ? '' : applied.complaint.says, /^Two app fields have the name "sum"\./);
});

test('a list of the app that is full takes no more', () => {
  const fields = Array.from({ length: 500 }, (_, index) => ({
    name: `f${index}`,
    label: 'F',
    type: 'text' as const,
  }));
  const change: Change = {
    is: 'put-part',
    part: 'fields',
    value: { name: 'more', label: 'More', type: 'text' },
  };
  const applied = applyToApp(appOf({ fields }), change, []);
  assert.match(
    applied.ok ? '' : applied.complaint.says,
    /^The app has 500 app fields, and no more are taken\./,
  );
});

test('each change has a sentence for the history', () => {
  assert.equal(
    says({ is: 'rename-part', part: 'oneTimeUrls', from: 'a', to: 'b' }),
    'Renamed the one-time URL "a" to "b"',
  );
  assert.equal(
    says({ is: 'set-settings', set: { label: 'Pay', hosts: [] } }),
    'Changed label, hosts in the settings',
  );
  assert.equal(
    says({ is: 'remove-step', id: 's1', flow: 'main' }),
    'Removed the step "s1" in the flow "main"',
  );
  fc.assert(fc.property(anyChange, (change) => assert.match(says(change), /^[A-Z].* .*[^.]$/)));
});
