// What a function of the language is: declared once, used as `round(price, 2)` in formulas and `{{price | round: 2}}` in templates.
import type { Json } from '@bellwire/model/json.ts';
import { asText } from './as-text.ts';
import { readInstant } from './instant.ts';
import { LimitError, MOST_CHARACTERS } from './limit.ts';
import type { Scope } from './scope.ts';
import type { Turn } from './turn.ts';
import { costOf, pay } from './turn.ts';
import { isBlank, quote, toBoolean, toNumber } from './value.ts';

/**
 * What an argument may be, and the value `run` then gets. Blank arguments arrive as `''`, `0`, `false` or `[]`,
 * as in a spreadsheet; only `any` lets null through, and a blank `instant` makes the whole call null.
 */
export type ArgumentValues = {
  text: string;
  /** Text of at most 1,000 characters, to look for or to go by: searching for longer ones takes quadratic time. */
  short: string;
  number: number;
  boolean: boolean;
  /** UTC ISO-8601, from a date or datetime. */
  instant: string;
  list: Json[];
  any: Json;
};

type Kind = keyof ArgumentValues;

export type Argument<K extends Kind = Kind> = {
  readonly is: K;
  readonly about: string;
  /** What it is when left out; without it the argument is required. */
  readonly default?: ArgumentValues[K];
};

export type Takes = { readonly [name: string]: { [K in Kind]: Argument<K> }[Kind] };

export type Given<T extends Takes> = { [Name in keyof T]: ArgumentValues[T[Name]['is']] };

export type FunctionExample = { readonly of: readonly Json[]; readonly gives: Json };

export type FunctionDeclaration<T extends Takes = Takes> = {
  readonly name: string;
  readonly about: string;
  /** In order. In a template the value before the `|` is the first. */
  readonly takes: T;
  /** Any number of further values, all of this kind, come to `run` as `rest`. */
  readonly rest?: { readonly is: Kind; readonly about: string };
  /** True where the function is made for values that are not there, so that these need no note in the history. */
  readonly expectsMissing?: true;
  /** Pure: the clock and chance come from the scope. A number that is not finite counts as a refusal. */
  readonly run: (given: Given<T>, scope: Scope, rest: Json[]) => Json;
  readonly examples: readonly FunctionExample[];
};

/** A declared function as the language calls it: values by position, an answer or the reason why there is none. */
export type LanguageFunction = {
  readonly declaration: Omit<FunctionDeclaration, 'run'>;
  readonly fewest: number;
  readonly most: number;
  /** @throws LimitError when the turn's steps do not cover the values, or the answer is too long. */
  readonly call: (values: readonly Json[], turn: Turn) => Called;
};

export type Called = { ok: true; value: Json } | { ok: false; says: string };

/** Declares a function. Argument values are converted before `run`, its answer is held to the limits after. */
export function languageFunction<const T extends Takes>(
  declaration: FunctionDeclaration<T>,
): LanguageFunction {
  const { run, ...described } = declaration;
  const { name, takes, rest } = described;
  const slots = Object.values(takes);
  return {
    declaration: described,
    fewest: slots.filter((argument) => argument.default === undefined).length,
    most: rest ? Number.POSITIVE_INFINITY : slots.length,
    call(values, turn) {
      for (const value of values) pay(turn, costOf(value));
      const read = readValues(described, values);
      if ('answer' in read) return read.answer;
      if (!isGiven(read.given, takes)) throw new TypeError(`${name} was called with too few values.`);
      return held(name, run(read.given, turn.scope, read.others));
    },
  };
}

type Read = { given: { [name: string]: Json }; others: Json[] } | { answer: Called };

function readValues({ name, takes, rest }: LanguageFunction['declaration'], values: readonly Json[]): Read {
  const given: { [name: string]: Json } = {};
  const slots = Object.entries(takes);
  for (const [index, [key, argument]] of slots.entries()) {
    const read = index < values.length ? readArgument(argument.is, values[index]) : argument.default;
    if (read !== undefined) given[key] = read;
    else if (argument.is === 'instant' && isBlank(values[index]))
      return { answer: { ok: true, value: null } };
    else return { answer: refused(`${name}: "${key}"`, argument.is, values[index]) };
  }
  const others: Json[] = [];
  for (const value of rest ? values.slice(slots.length) : []) {
    const read = rest && readArgument(rest.is, value);
    if (read === undefined) return { answer: refused(`${name}: each value`, rest?.is ?? 'any', value) };
    others.push(read);
  }
  return { given, others };
}

function refused(place: string, kind: Kind, value: Json | undefined): Called {
  return { ok: false, says: `${place} must be ${EXPECTED[kind]}, but is ${quote(value)}` };
}

/** The longest text that may be looked for. */
export const MOST_SHORT = 1_000;

const EXPECTED: Record<Kind, string> = {
  text: 'text',
  short: `text of at most ${MOST_SHORT} characters`,
  number: 'a number like 12.5',
  boolean: 'yes or no',
  instant: 'a date like 2026-01-31 or a time like 2026-01-31T18:00:00Z',
  list: 'a list',
  any: 'a value',
};

function shortText(value: Json | undefined): string | undefined {
  const text = asText(value);
  return text.length <= MOST_SHORT ? text : undefined;
}

/** `undefined` when the value cannot be read as that kind. */
function readArgument(kind: Kind, value: Json | undefined): Json | undefined {
  if (kind === 'any') return value ?? null;
  if (kind === 'text') return asText(value);
  if (kind === 'short') return shortText(value);
  if (kind === 'boolean') return toBoolean(value);
  if (kind === 'number') return isBlank(value) ? 0 : toNumber(value);
  if (kind === 'instant') return typeof value === 'string' ? readInstant(value) : undefined;
  if (isBlank(value)) return [];
  return Array.isArray(value) ? value : undefined;
}

/** Border: `call` gave each slot a value of its declared kind, so all that is left to check is that none is missing. */
function isGiven<T extends Takes>(given: object, takes: T): given is Given<T> {
  return Object.keys(takes).every((name) => Object.hasOwn(given, name));
}

function held(name: string, value: Json): Called {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return { ok: false, says: `${name}: there is no such number for these values` };
  }
  if (typeof value === 'string' && value.length > MOST_CHARACTERS) throw tooLong(name);
  return { ok: true, value };
}

/** For functions whose answer may be much longer than their arguments, to be asked before it is made. */
export function tooLong(name: string): LimitError {
  return new LimitError(
    `${name} would make more than ${MOST_CHARACTERS} characters. Shorten the text first.`,
  );
}
