// Tests of what an accepted event is answered.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf } from './fired-answer.ts';

const on = { enabled: true };
const off = { enabled: false };

test('somebody listens: the answer says how many', () => {
  assert.deepEqual(answerOf([on]), {
    status: 'accepted',
    listeners: 1,
    listenersOff: 0,
    says: 'Accepted. One subscription listens.',
  });
  assert.match(answerOf([on, off, on]).says, /2 subscriptions listen/);
  assert.equal(answerOf([on, off, on]).listenersOff, 1);
});

test('nobody listens: the answer says whether there is a switch to turn, or a subscription to make', () => {
  assert.equal(answerOf([]).status, 'unheard');
  assert.match(answerOf([]).says, /no subscription .* Add one in the bot, under Automation/);
  assert.equal(answerOf([off]).status, 'unheard');
  assert.match(answerOf([off]).says, /one subscription to this trigger is off\. Switch it on/);
  assert.match(answerOf([off, off]).says, /all 2 subscriptions/);
});
