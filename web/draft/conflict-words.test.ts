// Where two edits met.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictWords } from './conflict-words.ts';

test('the place is told from the outside in, and names are quoted', () => {
  const words = [
    ['label'],
    ['oneTimeUrls', 'back', 'expiresMinutes'],
    ['flows', 'pay', 'steps', 'ask', 'settings', 'text'],
  ].map(conflictWords);
  assert.deepEqual(words, ['Label', 'One time url "back", expires minutes', 'Flow "pay", step "ask", text']);
});
