// The first sentence of an event's story.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventAnswer, type AnsweredDecision } from './event-answer.ts';

const ran: AnsweredDecision = {
  flowName: 'Thanks',
  result: 'ran',
  why: null,
  run: { status: 'done', says: null },
};

const filtered: AnsweredDecision = {
  flowName: 'Big ones',
  result: 'filtered',
  why: 'amount was 5, but wanted is: at least 10.',
  run: null,
};

test('a flow that ran is named, and so is each that did not, with the reason', () => {
  assert.equal(
    eventAnswer({ state: 'done', reason: null, decisions: [ran, filtered] }),
    '“Thanks” ran to its end. “Big ones” did not let it in: amount was 5, but wanted is: at least 10.',
  );
});

test('where nothing ran, that is said first', () => {
  assert.match(
    eventAnswer({ state: 'filtered', reason: null, decisions: [filtered] }),
    /^No flow ran\. “Big ones”/,
  );
  assert.equal(
    eventAnswer({ state: 'unheard', reason: 'Nobody listens.', decisions: [] }),
    'No flow ran. Nobody listens.',
  );
});

test('a refusal, an event under way, and a run that failed or waits are told as what they are', () => {
  assert.match(
    eventAnswer({ state: 'refused', reason: 'The key is over.', decisions: [] }),
    /The key is over/,
  );
  assert.match(eventAnswer({ state: 'waiting', reason: null, decisions: [] }), /waits for its turn/);
  const failed = { ...ran, run: { status: 'failed', says: 'The shop is closed.' } } as const;
  assert.equal(
    eventAnswer({ state: 'done', reason: null, decisions: [failed] }),
    '“Thanks” ran and failed. The shop is closed.',
  );
  const waiting = { ...ran, run: { status: 'waiting', says: 'Waits for its time.' } } as const;
  assert.match(eventAnswer({ state: 'done', reason: null, decisions: [waiting] }), /under way\. Waits/);
});

test('a subscription without words of its own is told without them', () => {
  const off = { ...filtered, result: 'off', why: null } as const;
  assert.equal(
    eventAnswer({ state: 'unheard', reason: null, decisions: [off] }),
    'No flow ran. “Big ones” was not asked.',
  );
});
