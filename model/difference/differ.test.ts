// Tests of the difference: the examples of each meaning, the words, and that nothing is passed over.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { appSchema, type App, type AppInput } from '../app.ts';
import { canonicalText } from '../canonical.ts';
import { applyAllToApp } from '../changes/apply.ts';
import { anyApp } from '../testing/any-app.ts';
import { anyChange } from '../testing/any-change.ts';
import { testStepTypes } from '../testing/step-types.ts';
import { differ } from './differ.ts';
import { meaningRules } from './meanings/meanings.ts';

const appOf = (parts: Partial<AppInput>): App =>
  appSchema.parse({ format: 'bellwire.app/1', name: 'pay', label: 'Pay', ...parts });

for (const [name, rule] of Object.entries(meaningRules)) {
  for (const { says, before, after, means } of rule.examples) {
    test(`${name}: ${says}`, () => {
      const found = rule.of(appOf(before), appOf(after));
      assert.deepEqual(
        found.map((meaning) => `${meaning.is}: ${meaning.says}`),
        means,
      );
    });
  }
}

test('an app does not differ from itself', () => {
  fc.assert(
    fc.property(anyApp, (app) => {
      assert.deepEqual(differ(app, structuredClone(app)), { changes: [], meanings: [] });
    }),
    { numRuns: 200 },
  );
});

test('whatever was changed is told, with a sentence for each place', () => {
  let different = 0;
  const property = fc.property(
    anyApp,
    fc.array(anyChange, { minLength: 1, maxLength: 3 }),
    (app, changes) => {
      const made = applyAllToApp(app, changes, testStepTypes);
      if (!made.ok) return;
      const isSame = canonicalText(app) === canonicalText(made.value);
      const { changes: told } = differ(app, made.value);
      assert.equal(told.length === 0, isSame);
      if (isSame) return;
      different += 1;
      for (const { says, details, is, name } of told) {
        assert.match(says, /^The .*\.$/s);
        if (is === 'changed' && name !== null) assert.notEqual(details.length, 0);
      }
    },
  );
  fc.assert(property, { numRuns: 800 });
  assert.ok(different > 50, `only ${different} apps were different at all`);
});

test('two apps that have nothing to do with each other are told apart', () => {
  fc.assert(
    fc.property(anyApp, anyApp, (one, other) => {
      assert.equal(differ(one, other).changes.length === 0, canonicalText(one) === canonicalText(other));
    }),
    { numRuns: 200 },
  );
});

const step = { id: 's1', type: 'wait', settings: { minutes: 1 }, exits: {}, at: { x: 0, y: 0 } };
const item = { name: 'sum', label: 'Sum', field: 'sum' };
const flow = { name: 'main', label: 'Main', start: 's1' };

test('the words name the part, the place inside it, and both values', () => {
  const before = appOf({
    hosts: ['api.example.com'],
    triggers: [{ name: 'paid', label: 'Paid', items: [item] }],
    flows: [{ ...flow, steps: [step] }],
  });
  const waits = { ...step, settings: { minutes: 5 }, exits: { next: 's2' }, at: { x: 9, y: 9 } };
  const after = appOf({
    description: 'Payments',
    hosts: ['api.example.com', 'cdn.example.com'],
    triggers: [{ name: 'paid', label: 'Payment received', items: [{ ...item, required: false }] }],
    fields: [{ name: 'sum', label: 'Sum', type: 'number' }],
    flows: [{ ...flow, steps: [waits, { id: 's2', type: 'end', settings: {}, exits: {} }] }],
  });
  const told = differ(before, after).changes.map(({ says, details }) => [says, ...details]);
  assert.deepEqual(told, [
    ['The setting "description" was changed.', 'description: "" is now "Payments".'],
    ['The setting "hosts" was changed.', 'host "cdn.example.com": was added.'],
    ['The app field "sum" was added.'],
    [
      'The trigger "paid" was changed.',
      'label: "Paid" is now "Payment received".',
      'item "sum", required: true is now false.',
    ],
    [
      'The flow "main" was changed.',
      'step "s2": was added.',
      'step "s1", settings, minutes: 1 is now 5.',
      'step "s1", exits, next: is now "s2".',
      'step "s1": moved on the canvas.',
    ],
  ]);
});
