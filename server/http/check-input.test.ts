// The words for what is wrong with input: the place, what was expected, and the way out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import type { Complaint } from '@bellwire/model/problem.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { checkInput } from './check-input.ts';

const content = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('text'), text: z.string().min(1).max(5) }),
  z.strictObject({ is: z.literal('file'), url: z.url() }),
]);

const cases: [given: unknown, schema: z.ZodType, path: Complaint['path'], says: string][] = [
  [undefined, z.string(), [], 'This is missing: text is expected.'],
  [null, z.number(), [], 'Expected is a number, not null.'],
  [['a'], z.object({}), [], 'Expected is an object, not a list.'],
  [1.5, z.int(), [], 'Expected is a whole number, not a number.'],
  ['x', z.coerce.number(), [], 'Expected is a number, not text that is no number.'],
  ['', z.string().min(1), [], 'Expected at least 1 character.'],
  ['abc', z.string().max(2), [], 'Expected at most 2 characters.'],
  [[], z.array(z.string()).min(1), [], 'Expected at least 1 entry.'],
  [101, z.number().max(100), [], 'Expected at most 100.'],
  ['king', z.enum(['viewer', 'owner']), [], 'Expected is "viewer" or "owner".'],
  ['x', z.uuid(), [], 'An id is expected, such as 019a3c7e-5b2f-7c3d-9e4f-0123456789ab.'],
  ['x', z.email('Our own words.'), [], 'Our own words.'],
  [
    { a: [{ b: 1 }] },
    z.object({ a: z.array(z.object({ b: z.string() })) }),
    ['a', 0, 'b'],
    'Expected is text, not a number.',
  ],
  [
    { a: { c: 1 } },
    z.object({ a: z.strictObject({}) }),
    ['a', 'c'],
    'There is no "c" here. Leave it out, or check its spelling.',
  ],
  [{ is: 'song' }, content, ['is'], 'The value of "is" is not one of those known here.'],
  [{ is: 'text', text: '' }, content, ['text'], 'Expected at least 1 character.'],
  [{ a: 1 }, z.union([z.string(), z.object({ a: z.string() })]), ['a'], 'Expected is text, not a number.'],
  [true, z.union([z.string(), z.number()]), [], 'None of the forms that are possible here fits.'],
  [{}, z.object({ a: z.union([z.string(), z.number()]) }), ['a'], 'This is missing.'],
];

for (const [given, schema, path, says] of cases) {
  test(`${JSON.stringify(given)} is told: ${says}`, () => {
    assert.deepEqual(complaintsAbout(schema, given), [{ path, says }]);
  });
}

test('of many wrong places twenty are told', () => {
  assert.equal(
    complaintsAbout(
      z.array(z.string()),
      Array.from({ length: 1000 }, () => 1),
    ).length,
    20,
  );
});

function complaintsAbout(schema: z.ZodType, given: unknown): readonly Complaint[] {
  try {
    checkInput(schema, given);
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'bad-input') return error.complaints;
  }
  throw new Error('It was taken.');
}
