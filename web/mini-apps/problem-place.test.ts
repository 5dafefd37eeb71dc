// Each complaint leads to the section, and the part, in which it is mended.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appSchema } from '@bellwire/model/app.ts';
import { problemPlace } from './problem-place.ts';

const app = appSchema.parse({
  format: 'bellwire.app/1',
  name: 'pay',
  label: 'Pay',
  triggers: [{ name: 'paid', label: 'Payment paid' }],
  flows: [
    { name: 'go', label: 'Go', start: null, steps: [{ id: 'pause', type: 'wait', settings: {}, exits: {} }] },
  ],
});

test('a complaint about an item leads to its trigger', () => {
  assert.deepEqual(problemPlace(app, ['triggers', 0, 'items', 1, 'field']), {
    section: 'triggers',
    search: { part: 'paid' },
    says: 'trigger "Payment paid"',
  });
});

test('a complaint about a step leads to its flow', () => {
  assert.deepEqual(problemPlace(app, ['flows', 0, 'steps', 0, 'settings', 'amount']), {
    section: 'flows',
    search: { part: 'go', step: 'pause' },
    says: 'flow "Go", step "Wait"',
  });
  assert.deepEqual(problemPlace(app, ['flows', 0, 'start']).search, { part: 'go' });
});

test('what is no part is in the settings or the auth', () => {
  assert.equal(problemPlace(app, ['hosts', 0]).section, 'settings');
  assert.equal(problemPlace(app, ['auth', 'inputs', 0]).section, 'auth');
});
