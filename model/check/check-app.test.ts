// Tests of the check of a whole app and of a bot's flow.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { appSchema } from '../app.ts';
import { canonicalText, placeComplaints } from '../canonical.ts';
import { applyToApp } from '../changes/apply.ts';
import { anyApp } from '../testing/any-app.ts';
import { testTools } from '../testing/flow-context.ts';
import { checkApp } from './check-app.ts';
import { checkFlow } from './check-flow.ts';

const sound = appSchema.parse({
  format: 'bellwire.app/1',
  name: 'pay',
  label: 'Pay',
  hosts: ['api.example.com'],
  auth: { is: 'inputs', inputs: [{ name: 'key', type: 'string', title: 'Key', secret: true }] },
  fields: [
    { name: 'sum', label: 'Sum', type: 'number' },
    { name: 'order-id', label: 'Order', type: 'text' },
  ],
  actions: [
    {
      name: 'link',
      label: 'Create payment link',
      inputs: [{ name: 'sum', type: 'number', title: 'Sum', saveTo: 'sum' }],
      outputs: [{ name: 'order', label: 'Order', field: 'order-id' }],
      flow: 'link',
    },
  ],
  triggers: [{ name: 'paid', label: 'Paid', items: [{ name: 'sum', label: 'Sum', field: 'sum' }] }],
  oneTimeUrls: [{ name: 'back', label: 'Back', mappings: [{ path: '$.sum', field: 'sum' }], flow: 'back' }],
  flows: [
    {
      name: 'link',
      label: 'Link',
      start: 'url',
      steps: [
        { id: 'url', type: 'make-url', settings: { url: 'back' }, exits: { next: 'call' } },
        {
          id: 'call',
          type: 'request',
          settings: { url: 'https://api.example.com/{{auth.key}}' },
          exits: { next: 'keep' },
        },
        { id: 'keep', type: 'set', settings: { field: 'app.order-id', value: 'A{{app.sum}}' }, exits: {} },
      ],
    },
    {
      name: 'back',
      label: 'Back',
      start: 'fire',
      steps: [{ id: 'fire', type: 'fire', settings: { trigger: 'paid' }, exits: {} }],
    },
  ],
});

test('nothing is found in a sound app', () => {
  assert.deepEqual(checkApp(sound, testTools), []);
});

test('what names a part is found as soon as the part is gone', () => {
  const complaintsWithout = (part: 'fields' | 'triggers' | 'oneTimeUrls' | 'flows', name: string) => {
    const applied = applyToApp(sound, { is: 'remove-part', part, name }, testTools.stepTypes);
    assert.ok(applied.ok);
    return checkApp(applied.value, testTools).map(({ path }) => path.join('.'));
  };
  assert.deepEqual(complaintsWithout('fields', 'sum'), [
    'actions.0.inputs.0.saveTo',
    'triggers.0.items.0.field',
    'oneTimeUrls.0.mappings.0.field',
    'flows.0.steps.2.settings.value',
  ]);
  assert.deepEqual(complaintsWithout('fields', 'order-id'), [
    'actions.0.outputs.0.field',
    'flows.0.steps.2.settings.field',
  ]);
  assert.deepEqual(complaintsWithout('triggers', 'paid'), ['flows.1.steps.0.settings.trigger']);
  assert.deepEqual(complaintsWithout('oneTimeUrls', 'back'), ['flows.0.steps.0.settings.url']);
  assert.deepEqual(complaintsWithout('flows', 'back'), ['oneTimeUrls.0.flow', ...['triggers.0']].sort());
});

test('a rename leaves a sound app sound', () => {
  for (const part of ['fields', 'triggers', 'oneTimeUrls', 'flows', 'actions'] as const) {
    for (const { name } of sound[part]) {
      const applied = applyToApp(
        sound,
        { is: 'rename-part', part, from: name, to: 'other-name' },
        testTools.stepTypes,
      );
      assert.deepEqual(applied.ok ? checkApp(applied.value, testTools) : applied.complaint, []);
    }
  }
});

test('whatever an app holds, each complaint has a place in its text and words to act on', () => {
  let found = 0;
  const property = fc.property(anyApp, (app) => {
    const text = canonicalText(app);
    for (const { line, column, says } of placeComplaints(text, checkApp(app, testTools))) {
      found += 1;
      assert.ok(line > 1 && column > 0, says);
      assert.match(says, /^.{10,}[.?]$/s);
    }
  });
  fc.assert(property, { numRuns: 200 });
  assert.ok(found > 500, `only ${found} complaints were made at all`);
});

test("a bot's flow is checked against what its bot has", () => {
  const bot = {
    userFields: ['status'],
    flows: ['welcome'],
    installs: [{ id: 'i1', actions: ['link'] }],
    triggerItems: null,
  };
  const flow = {
    start: 'a',
    steps: [
      { id: 'a', type: 'action', settings: { action: 'i1/link' }, exits: { next: 'b' } },
      {
        id: 'b',
        type: 'set',
        settings: { field: 'user.status', value: '{{trigger.anything}}' },
        exits: { next: 'c' },
      },
      { id: 'c', type: 'say', settings: { text: 'Hi {{contact.name}}' }, exits: {} },
    ],
  };
  assert.deepEqual(checkFlow(flow, bot, testTools), []);
  const poor = { ...bot, userFields: [], installs: [] };
  assert.deepEqual(
    checkFlow(flow, poor, testTools).map(({ says }) => says),
    [
      'There is no action "i1/link". There are no actions yet.',
      'There is no field "user.status". There are no fields yet.',
    ],
  );
});
