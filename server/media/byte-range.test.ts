// Tests of reading the part of a file that is asked for.
import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { readRange } from './byte-range.ts';

const cases = [
  { header: undefined, gives: undefined },
  { header: 'bytes=0-99', gives: { first: 0, last: 99 } },
  { header: 'bytes=990-', gives: { first: 990, last: 999 } },
  { header: 'bytes=990-5000', gives: { first: 990, last: 999 } },
  { header: 'bytes=-10', gives: { first: 990, last: 999 } },
  { header: 'bytes=-5000', gives: { first: 0, last: 999 } },
  { header: 'bytes=1000-', gives: 'none' },
  { header: 'bytes=9-3', gives: 'none' },
  { header: 'bytes=-0', gives: 'none' },
  { header: 'bytes=-', gives: undefined },
  { header: 'bytes=0-1,4-5', gives: undefined },
  { header: 'lines=0-1', gives: undefined },
] as const;

for (const { header, gives } of cases) {
  test(`of 1000 bytes, ${header ?? 'no header'} asks for ${JSON.stringify(gives) ?? 'all of them'}`, () => {
    deepEqual(readRange(header, 1000), gives);
  });
}
