// Tests of going back: each state of before is found again, and one change is taken back without those after it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { appSchema, type App } from '../app.ts';
import { canonicalText } from '../canonical.ts';
import { changeSchema, type Change, type ChangeInput } from '../changes/change.ts';
import { anyApp } from '../testing/any-app.ts';
import { anyChange } from '../testing/any-change.ts';
import { testStepTypes } from '../testing/step-types.ts';
import { editedApp } from './edited.ts';
import { revert, walkBack } from './walk-back.ts';

const edited = editedApp(testStepTypes);

/** The states, the first one first, and the inverses, the newest first. */
function history(app: App, changes: readonly Change[]) {
  const states = [app];
  const back: (readonly Change[])[] = [];
  for (const change of changes) {
    const made = edited.apply(states.at(-1) ?? app, [change]);
    if (!made.ok) continue;
    states.push(made.value);
    back.unshift(made.inverse);
  }
  return { states, back, now: states.at(-1) ?? app };
}

test('each state of before is found again, byte for byte', () => {
  fc.assert(
    fc.property(anyApp, fc.array(anyChange, { maxLength: 8 }), (app, changes) => {
      const { states, back, now } = history(app, changes);
      for (const [index, state] of states.toReversed().entries()) {
        const found = walkBack(now, back.slice(0, index), edited);
        assert.equal(found === undefined ? '' : canonicalText(found), canonicalText(state));
      }
    }),
    { numRuns: 100 },
  );
});

const pay = appSchema.parse({
  format: 'bellwire.app/1',
  name: 'pay',
  label: 'Pay',
  fields: [{ name: 'sum', label: 'Sum', type: 'number' }],
  triggers: [{ name: 'paid', label: 'Paid' }],
});
const made = (...changes: ChangeInput[]) =>
  history(
    pay,
    changes.map((change) => changeSchema.parse(change)),
  );

test('one change is taken back, and what came after it stays', () => {
  const { back, now } = made(
    { is: 'put-part', part: 'triggers', value: { name: 'paid', label: 'Payment received' } },
    { is: 'set-settings', set: { label: 'Acme Pay' } },
  );
  const reverted = revert(now, back, edited);
  assert.ok(reverted.ok);
  assert.deepEqual(reverted.conflicts, []);
  assert.deepEqual([reverted.document.label, reverted.document.triggers[0]?.label], ['Acme Pay', 'Paid']);
});

test('what was changed again since is said', () => {
  const { back, now } = made(
    { is: 'set-settings', set: { label: 'Acme', description: 'One' } },
    { is: 'set-settings', set: { description: 'Two' } },
  );
  const reverted = revert(now, back, edited);
  assert.deepEqual(reverted.ok ? reverted.conflicts : reverted.says, ['the setting "description"']);
});

test('what cannot be taken back by itself says why', () => {
  const { back, now } = made(
    { is: 'rename-part', part: 'fields', from: 'sum', to: 'total' },
    { is: 'remove-part', part: 'fields', name: 'total' },
  );
  const reverted = revert(now, back, edited);
  assert.match(
    reverted.ok ? '' : reverted.says,
    /^It cannot be taken back by itself any more: There is no app field/,
  );
});
