// Columns written as binary arrays come back from PostgreSQL as the values they were.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { columnArrays, unnest, type Columns } from './column-arrays.ts';
import { testDatabase } from './test-database.ts';

const columns = {
  id: 'uuid',
  says: 'text',
  told: 'json',
  known: 'jsonb',
  small: 'int2',
  whole: 'int4',
  large: 'int8',
  at: 'timestamptz',
  numbers: 'intList',
  words: 'textList',
} as const satisfies Columns;

const text = fc.string({ unit: 'binary' }).map((each) => each.replaceAll('\0', '').toWellFormed());
const row = fc.record(
  {
    id: fc.uuid(),
    says: fc.option(text),
    told: fc.option(fc.record({ word: text }, { noNullPrototype: true })),
    known: fc.option(fc.array(text)),
    small: fc.option(fc.integer({ min: -32_768, max: 32_767 })),
    whole: fc.option(fc.integer()),
    large: fc.option(fc.maxSafeInteger()),
    at: fc
      .date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    numbers: fc.array(fc.integer()),
    words: fc.array(text),
  },
  { noNullPrototype: true },
);

const readBack = `select id, says, told, known, small, whole, large, at, numbers::int[], words::text[] from ${unnest(columns, 1)}`;

test('what goes in comes back, nulls and all, in its order', async (t) => {
  const { pool } = await testDatabase(t);
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
      const { rows: back } = await pool.query({ text: readBack, values: columnArrays(columns, rows) });
      assert.deepEqual(back, rows);
    }),
    { numRuns: 50 },
  );
});

test('what is no UUID, no time or too large is refused before it is sent', () => {
  for (const [type, value] of [
    ['uuid', 'not-a-uuid'],
    ['timestamptz', 'yesterday'],
    ['int8', '9007199254740993'],
  ] as const)
    assert.throws(() => columnArrays<Columns>({ it: type }, [{ it: value }]), RangeError);
});
