// The operations of the step "JSON operation".
import { isJsonObject, ownValue, parseJson, type Json } from '@bellwire/model/json.ts';
import { order } from '../../language/compare.ts';
import type { JsonPath } from '../../language/json-path.ts';
import { quote, toNumber } from '../../language/value.ts';
import { changeAt, gone } from './change-at.ts';

export interface Given {
  readonly json: Json;
  readonly path: JsonPath;
  readonly value: Json;
  /** The key by which objects are sorted; empty for lists of plain values. */
  readonly by: string;
  readonly descending: boolean;
  /** Before which entry something is inserted; undefined for the end. A negative one counts from the end. */
  readonly at: number | undefined;
  /** From 0 up to, not including, 1: another one at each call. */
  readonly random: () => number;
}

export type Result =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly says: string };

export interface JsonOperation {
  readonly name: string;
  readonly label: string;
  /** The settings asked for beside the JSON. */
  readonly asks: readonly ('path' | 'value' | 'sort' | 'at')[];
  run(given: Given): Result;
}

export const jsonOperations: readonly JsonOperation[] = [
  {
    name: 'load',
    label: 'Load from text',
    asks: [],
    run: ({ json }) => {
      if (typeof json !== 'string') return { ok: true, value: json };
      const parsed = parseJson(json);
      return parsed.ok ? parsed : { ok: false, says: `The text ${parsed.says}.` };
    },
  },
  { name: 'get', label: 'Get', asks: ['path'], run: ({ json, path }) => pick(json, path) },
  {
    name: 'insert',
    label: 'Insert into a list',
    asks: ['path', 'value', 'at'],
    run: (given) => changeLists(given, (list) => list.toSpliced(given.at ?? list.length, 0, given.value)),
  },
  {
    name: 'update',
    label: 'Update',
    asks: ['path', 'value'],
    run: ({ json, path, value }) => changeAll(json, path, () => value),
  },
  {
    name: 'remove',
    label: 'Remove',
    asks: ['path'],
    run: ({ json, path }) => changeAll(json, path, () => gone),
  },
  {
    name: 'remove-all',
    label: 'Remove all entries',
    asks: ['path'],
    run: ({ json, path }) => changeAll(json, path, emptied),
  },
  {
    name: 'count',
    label: 'Count',
    asks: ['path'],
    run: (given) => ofEntries(given, (entries) => entries.length),
  },
  { name: 'sum', label: 'Sum', asks: ['path'], run: (given) => ofNumbers(given, sum) },
  {
    name: 'average',
    label: 'Average',
    asks: ['path'],
    run: (given) =>
      ofNumbers(given, (numbers) => (numbers.length === 0 ? null : sum(numbers) / numbers.length)),
  },
  {
    name: 'sort',
    label: 'Sort a list',
    asks: ['path', 'sort'],
    run: (given) => changeLists(given, (list) => sorted(list, given)),
  },
  {
    name: 'reverse',
    label: 'Reverse a list',
    asks: ['path'],
    run: (given) => changeLists(given, (list) => list.toReversed()),
  },
  {
    name: 'shuffle',
    label: 'Shuffle a list',
    asks: ['path'],
    run: (given) => changeLists(given, (list) => shuffled(list, given.random)),
  },
];

const byName = new Map(jsonOperations.map((operation) => [operation.name, operation]));

export function findJsonOperation(name: string): JsonOperation | undefined {
  return byName.get(name);
}

function pick(json: Json, path: JsonPath): Result {
  const picked = path.pick(json);
  return picked.ok ? { ok: true, value: picked.value ?? null } : { ok: false, says: `${picked.says}.` };
}

/** From the last place to the first, so that taking an entry out of a list does not move those still to come. */
function changeAll(json: Json, path: JsonPath, change: (before: Json) => Json | typeof gone): Result {
  const found = path.places(json);
  if (!found.ok) return { ok: false, says: `${found.says}.` };
  return {
    ok: true,
    value: found.places.toReversed().reduce<Json>((value, place) => changeAt(value, place, change), json),
  };
}

function changeLists({ json, path }: Given, change: (list: readonly Json[]) => Json[]): Result {
  const found = path.all(json);
  if (!found.ok) return { ok: false, says: `${found.says}.` };
  const lists = Array.isArray(found.value) ? found.value : [];
  const other = lists.find((entry) => !Array.isArray(entry));
  if (lists.length === 0)
    return { ok: false, says: 'There is nothing at this path. A list is expected there.' };
  if (other !== undefined)
    return { ok: false, says: `At this path there is ${quote(other)}, but a list is expected.` };
  return changeAll(json, path, (before) => (Array.isArray(before) ? change(before) : before));
}

/** A list stays a list and an object an object, with nothing in it; of other values nothing is left. */
function emptied(before: Json): Json {
  if (Array.isArray(before)) return [];
  return isJsonObject(before) ? {} : null;
}

/** Fisher and Yates: each order is as likely as any other. */
function shuffled(list: readonly Json[], random: () => number): Json[] {
  const entries = [...list];
  for (let last = entries.length - 1; last > 0; last--) {
    const picked = Math.floor(random() * (last + 1));
    [entries[last], entries[picked]] = [entries[picked] ?? null, entries[last] ?? null];
  }
  return entries;
}

/** What a path means as a list: the entries of the one list it names, else all it finds. */
function entriesOf({ json, path }: Given): Result & { readonly entries?: readonly Json[] } {
  const found = pick(json, path);
  if (!found.ok) return found;
  const entries = Array.isArray(found.value) ? found.value : found.value === null ? [] : [found.value];
  return { ...found, entries };
}

function ofEntries(given: Given, count: (entries: readonly Json[]) => Json): Result {
  const { entries, ...found } = entriesOf(given);
  return entries === undefined ? found : { ok: true, value: count(entries) };
}

/** Entries that are no numbers do not count. */
function ofNumbers(given: Given, count: (numbers: readonly number[]) => Json): Result {
  return ofEntries(given, (entries) => count(entries.flatMap((entry) => toNumber(entry) ?? [])));
}

/** To 15 digits, so that ten times 0.1 is 1. */
function sum(numbers: readonly number[]): number {
  const total = numbers.reduce((all, each) => all + each, 0);
  return Number.isInteger(total) ? total : Number(total.toPrecision(15));
}

/** What is empty stands last, whichever way it is sorted. */
function sorted(list: readonly Json[], { by, descending }: Given): Json[] {
  const keyOf = (entry: Json): Json =>
    by !== '' && isJsonObject(entry) ? (ownValue(entry, by) ?? null) : entry;
  const filled = list.filter((entry) => order(keyOf(entry), keyOf(entry)) !== undefined);
  const empty = list.filter((entry) => order(keyOf(entry), keyOf(entry)) === undefined);
  const ordered = filled.toSorted((a, b) => (order(keyOf(a), keyOf(b)) ?? 0) * (descending ? -1 : 1));
  return [...ordered, ...empty];
}
