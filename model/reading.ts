// Reads unknown data by a schema, and says in our own words what is wrong with it.
import { z } from 'zod';
import { inWords } from './in-words.ts';
import type { Json } from './json.ts';
import { orNearest } from './nearest.ts';
import type { Complaint } from './problem.ts';
import type { Reading } from './settings/kind.ts';

/**
 * The typed value, or a complaint for each wrong place.
 *
 * @example readBy(inputSchema, { name: 'sum', type: 'number', tilte: 'Sum' })
 * // … { path: ['tilte'], says: 'There is no "tilte" here. Did you mean "title"?' }
 */
export function readBy<Schema extends z.ZodType>(schema: Schema, data: unknown): Reading<z.infer<Schema>> {
  const parsed = schema.safeParse(data, { error: words });
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, complaints: parsed.error.issues.flatMap(complaintsOf) };
}

/** An issue of unknown keys becomes one complaint per key: its message has one line for each. */
function complaintsOf(issue: z.core.$ZodIssue): Complaint[] {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  if (issue.code !== 'unrecognized_keys') return [{ path, says: issue.message }];
  const lines = issue.message.split('\n');
  return issue.keys.map((key, index) => ({ path: [...path, key], says: lines[index] ?? issue.message }));
}

type Issue = z.core.$ZodRawIssue;

/** For issues whose schema has no words of its own; `undefined` leaves it to zod's. */
function words(issue: Issue): string | undefined {
  if (issue.code === 'invalid_type')
    return expected(expectedTypes[issue.expected] ?? `a value of type ${issue.expected}`, issue);
  if (issue.code === 'invalid_value') return expected(`one of these: ${issue.values.join(', ')}`, issue);
  if (issue.code === 'invalid_union') return unionWords(issue);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, issue)).join('\n');
  if (issue.code === 'too_big')
    return `${place(issue)} is too much: at most ${counted(issue.maximum, issue.origin)} can be here.`;
  if (issue.code === 'too_small')
    return `${place(issue)} is too little: at least ${counted(issue.minimum, issue.origin)} must be here.`;
  return undefined;
}

const expectedTypes: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function expected(what: string, issue: Issue): string {
  if (issue.input === undefined) return `${place(issue)} is missing: ${what} is expected here.`;
  return `${place(issue)} is ${inWords(asJson(issue.input))}, but ${what} is expected here.`;
}

function place({ path }: Issue): string {
  const last = path?.at(-1);
  if (typeof last === 'number') return `Entry ${last + 1}`;
  return typeof last === 'string' ? inWords(last) : 'This';
}

/** What came in was JSON, or is shown as text. */
function asJson(input: unknown): Json {
  const json = z.json().safeParse(input);
  return json.success ? json.data : String(input);
}

function unionWords(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  if ('options' in issue && Array.isArray(issue.options)) {
    return expected(`one of these: ${issue.options.join(', ')}`, { ...issue, input: valueAt(issue) });
  }
  return issue.errors[0]?.[0]?.message ?? 'None of the forms that are possible here fits.';
}

/** The issue is told at the key that tells the forms apart; its input is the object around it. */
function valueAt({ input, discriminator }: Extract<Issue, { code: 'invalid_union' }>): unknown {
  if (typeof input !== 'object' || input === null) return undefined;
  return new Map<unknown, unknown>(Object.entries(input)).get(discriminator);
}

function unknownKey(key: string, { inst }: Issue): string {
  const known = inst instanceof z.ZodObject ? Object.keys(inst.shape) : [];
  return `There is no ${inWords(key)} here. ${orNearest(key, known, 'keys')}`;
}

function counted(limit: number | bigint, origin: string): string {
  const unit = { string: ' characters', array: ' entries', object: ' keys' }[origin] ?? '';
  return `${limit}${unit}`;
}
