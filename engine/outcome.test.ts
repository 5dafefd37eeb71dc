// What an app is told of its events, and what it is not told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decision } from '@bellwire/model/decision.ts';
import { outcomeOf, sayReason } from './outcome.ts';

const stopped = (gate: string, facts = {}): Decision => ({
  subscriptionId: 's1',
  flowId: 'f1',
  result: 'parked',
  gates: [
    { gate: 'subscription-on', verdict: 'pass', facts: {} },
    { gate, verdict: 'stop', facts: { contact: 'f1u1', ...facts } },
  ],
  runId: null,
});

test('the reason is the first gate that said no, without what it saw', () => {
  const outcome = outcomeOf({ state: 'parked', arrival: [], decisions: [stopped('bot-active')] });
  assert.deepEqual(outcome, { outcome: 'parked', reason: 'bot-active' });
  assert.equal(sayReason('bot-active'), 'The gate “The bot is active for the contact” said no.');
});

test('a refusal is told by the code of its problem', () => {
  const arrival = [
    { gate: 'contract', verdict: 'stop', facts: { code: 'contract-mismatch', says: 'x' } },
  ] as const;
  const { reason } = outcomeOf({ state: 'refused', arrival, decisions: [] });
  assert.equal(reason, 'contract-mismatch');
  assert.notEqual(sayReason('contract-mismatch'), '');
});

test('what went well has no reason, and what nobody hears has one', () => {
  assert.equal(outcomeOf({ state: 'done', arrival: [], decisions: [stopped('filter')] }).reason, null);
  const { reason } = outcomeOf({ state: 'unheard', arrival: [], decisions: [] });
  assert.equal(sayReason(reason ?? ''), 'No subscription of the bot is to this trigger.');
});
