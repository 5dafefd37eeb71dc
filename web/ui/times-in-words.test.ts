// Moments inside of sentences.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timesInWords } from './times-in-words.ts';

test('each moment is said in the words of the place, the rest stays', () => {
  const said = timesInWords('Paused until 2026-01-31T18:05:00.123Z, then on.', 'en-GB', 'UTC');
  assert.equal(said, 'Paused until 31 Jan 2026, 18:05, then on.');
});

test('what only looks like a moment stays as it is', () => {
  assert.equal(timesInWords('At 2026-99-99T18:05:00Z.', 'en-GB', 'UTC'), 'At 2026-99-99T18:05:00Z.');
});
