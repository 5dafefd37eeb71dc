// Durations as a person reads them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { durationWords } from './duration-words.ts';

test('a duration is told in the units that matter', () => {
  const told: readonly [number, string][] = [
    [0, '0 ms'],
    [34.4, '34 ms'],
    [1_240, '1.2 s'],
    [12_400, '12 s'],
    [60_000, '1 min'],
    [185_000, '3 min 5 s'],
    [3_600_000, '1 h'],
    [90_000_000, '1 d 1 h'],
  ];
  for (const [ms, words] of told) assert.equal(durationWords(ms), words);
});
