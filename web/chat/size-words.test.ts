// Tests of saying the size of a file.
import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { sizeWords } from './size-words.ts';

for (const [bytes, words] of [
  [0, '0 B'],
  [999, '999 B'],
  [48_200, '48.2 kB'],
  [10_485_760, '10.5 MB'],
] as const) {
  test(`${bytes} bytes are ${words}`, () => {
    equal(sizeWords(bytes), words);
  });
}
