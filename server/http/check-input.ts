// Checks input by the schema of its operation; what zod finds wrong is said in words for people.
import type { z } from 'zod';
import type { Complaint } from '@bellwire/model/problem.ts';
import { ProblemError } from '@bellwire/model/problem.ts';

/** @throws ProblemError `bad-input` with a complaint for each wrong place, at most twenty. */
export function checkInput<Output>(schema: z.ZodType<Output>, given: unknown): Output {
  const result = schema.safeParse(given, { error: wording });
  if (result.success) return result.data;
  throw new ProblemError('bad-input', {
    complaints: complaintsOf(result.error.issues).slice(0, mostComplaints),
  });
}

export const mostComplaints = 20;

type Issue = z.core.$ZodIssue;

function complaintsOf(issues: readonly Issue[], before: Complaint['path'] = []): Complaint[] {
  return issues.flatMap((issue) => {
    const path = [...before, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: [...path, key],
        says: `There is no "${key.slice(0, 60)}" here. Leave it out, or check its spelling.`,
      }));
    }
    if (issue.code === 'invalid_union') return complaintsOfUnion(issue, path);
    return [{ path, says: issue.message }];
  });
}

/**
 * Of several forms that a value may have, the one it comes nearest to is complained about: it goes wrong
 * deepest inside.
 */
function complaintsOfUnion(issue: z.core.$ZodIssueInvalidUnion, path: Complaint['path']): Complaint[] {
  const forms = issue.errors.filter((form) => form.some((inner) => inner.path.length > 0));
  const [nearest] = forms.toSorted((a, b) => depthOf(b) - depthOf(a) || a.length - b.length);
  return nearest === undefined ? [{ path, says: issue.message }] : complaintsOf(nearest, path);
}

function depthOf(issues: readonly Issue[]): number {
  return Math.max(...issues.map((issue) => issue.path.length));
}

/** Words of a schema's own go before these. */
function wording(issue: z.core.$ZodRawIssue): string {
  const words = issue.code === undefined ? undefined : wordsByCode[issue.code];
  return words?.(issue) ?? 'This is not as expected here.';
}

type Words = (issue: z.core.$ZodRawIssue) => string | undefined;

const wordsByCode: Readonly<Partial<Record<string, Words>>> = {
  invalid_type: ({ input, expected }) => {
    const wanted = typeNames[String(expected)] ?? String(expected);
    return input === undefined
      ? `This is missing: ${wanted} is expected.`
      : `Expected is ${wanted}, not ${typeOf(input)}.`;
  },
  invalid_value: ({ values }) =>
    Array.isArray(values)
      ? `Expected is ${values.map((value) => JSON.stringify(value)).join(' or ')}.`
      : undefined,
  invalid_format: ({ format }) => formatNames[String(format)],
  too_small: ({ minimum, origin }) => `Expected ${sizeWords(origin, 'at least', minimum)}.`,
  too_big: ({ maximum, origin }) => `Expected ${sizeWords(origin, 'at most', maximum)}.`,
  not_multiple_of: ({ divisor }) => `Expected is a multiple of ${String(divisor)}.`,
  invalid_union: ({ input, note, discriminator }) => {
    if (input === undefined) return 'This is missing.';
    return note === 'No matching discriminator'
      ? `The value of "${String(discriminator)}" is not one of those known here.`
      : 'None of the forms that are possible here fits.';
  },
  invalid_key: () => 'One of the names in here is not possible.',
};

const typeNames: Readonly<Partial<Record<string, string>>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (Number.isNaN(value)) return 'text that is no number';
  return typeNames[typeof value] ?? typeof value;
}

const formatNames: Readonly<Partial<Record<string, string>>> = {
  uuid: 'An id is expected, such as 019a3c7e-5b2f-7c3d-9e4f-0123456789ab.',
  email: 'An e-mail address is expected, such as ada@example.com.',
  url: 'An address is expected, such as https://example.com/page.',
  datetime: 'A time in UTC is expected, such as 2026-11-22T09:30:00Z.',
  date: 'A date is expected, such as 2026-11-22.',
};

function sizeWords(origin: unknown, bound: string, size: unknown): string {
  const count = String(size);
  if (origin === 'string') return `${bound} ${count} ${count === '1' ? 'character' : 'characters'}`;
  if (origin === 'array' || origin === 'set')
    return `${bound} ${count} ${count === '1' ? 'entry' : 'entries'}`;
  return `${bound} ${count}`;
}
