// Keywords in one line.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readKeywords } from './read-keywords.ts';

test('commas part keywords, and the same word counts once whatever its case', () => {
  assert.deepEqual(readKeywords(' buy, place an order ,, Buy '), ['buy', 'place an order']);
});

test('nothing typed is no keyword', () => {
  assert.deepEqual(readKeywords(' , '), []);
});
