// Tests of cursors: what is written is read again, and nothing else is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { ProblemError } from '@bellwire/model/problem.ts';
import { pageOfRows, readCursor, writeCursor } from './cursor.ts';
import { containing } from './like-pattern.ts';

const key = z.tuple([z.string().nullable(), z.int()]);

test('the key of a page is read as it was written', () => {
  assert.deepEqual(readCursor(writeCursor([null, 7]), key), [null, 7]);
});

test('any other text is refused, whatever it decodes to', () => {
  for (const text of [
    '',
    '%',
    'abc',
    writeCursor(['x']),
    writeCursor([1, 'x']),
    writeCursor([null, 7]).slice(0, 5),
  ]) {
    assert.throws(
      () => readCursor(text, key),
      (error) => error instanceof ProblemError && error.code === 'bad-input',
      text,
    );
  }
});

test('there is a next page only where a row more than shown was read', () => {
  assert.deepEqual(
    pageOfRows([1, 2], 2, (last) => [last]),
    { rows: [1, 2], next: null },
  );
  assert.deepEqual(
    pageOfRows([1, 2, 3], 2, (last) => [last]),
    { rows: [1, 2], next: writeCursor([2]) },
  );
  assert.deepEqual(
    pageOfRows([], 2, (last) => [last]),
    { rows: [], next: null },
  );
});

test('jokers of a pattern are taken literally', () => {
  assert.equal(containing('50%_\\'), '%50\\%\\_\\\\%');
});
