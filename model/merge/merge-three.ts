// Brings two edits of the same JSON together: what only one side changed is taken over, what both changed is asked about.
import { sameJson } from '../difference/list-between.ts';
import { isForbiddenKey, isJsonObject, type Json, type JsonObject } from '../json.ts';

/** Absent where a side does not have it, or has taken it away. */
export interface Conflict {
  /** Keys, and the names of entries of lists: `['steps', 'ask', 'settings', 'text']`. */
  readonly path: readonly string[];
  readonly ours: Json | undefined;
  readonly theirs: Json | undefined;
}

export type Side = 'ours' | 'theirs';
export type Choose = (conflict: Conflict) => Side;

/**
 * @param choose what is taken where both sides changed the same
 * @returns the merged value; each conflict was given to `choose`
 * @example mergeThree({ a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 3 }, choose) // { a: 2, b: 3 }
 */
export function mergeThree(
  base: JsonObject,
  ours: JsonObject,
  theirs: JsonObject,
  choose: Choose,
): JsonObject {
  return mergeObjects({ base, ours, theirs }, [], choose);
}

interface Three<Value> {
  readonly base: Value;
  readonly ours: Value;
  readonly theirs: Value;
}

type Maybe = Json | undefined;

function merge({ base, ours, theirs }: Three<Maybe>, path: readonly string[], choose: Choose): Maybe {
  if (sameJson(ours, theirs) || sameJson(theirs, base)) return ours;
  if (sameJson(ours, base)) return theirs;
  if (isJsonObject(ours) && isJsonObject(theirs))
    return mergeObjects({ base: isJsonObject(base) ? base : {}, ours, theirs }, path, choose);
  const lists = { base: named(base ?? []), ours: named(ours), theirs: named(theirs) };
  if (lists.base !== undefined && lists.ours !== undefined && lists.theirs !== undefined)
    return mergeLists({ base: lists.base, ours: lists.ours, theirs: lists.theirs }, path, choose);
  return choose({ path, ours, theirs }) === 'ours' ? ours : theirs;
}

function mergeObjects(
  { base, ours, theirs }: Three<JsonObject>,
  path: readonly string[],
  choose: Choose,
): JsonObject {
  const merged: JsonObject = {};
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
    if (isForbiddenKey(key)) continue;
    const value = merge(
      { base: own(base, key), ours: own(ours, key), theirs: own(theirs, key) },
      [...path, key],
      choose,
    );
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

type Named = ReadonlyMap<string, Json>;

function mergeLists({ base, ours, theirs }: Three<Named>, path: readonly string[], choose: Choose): Json[] {
  const stayed = (list: Named) =>
    [...list.keys()].filter((name) => base.has(name) && ours.has(name) && theirs.has(name));
  const isTheirOrder = !sameJson(stayed(theirs), stayed(base));
  const order = isTheirOrder ? woven(theirs, ours) : woven(ours, theirs);
  return order.flatMap((name) => {
    const three = { base: base.get(name), ours: ours.get(name), theirs: theirs.get(name) };
    const value = merge(three, [...path, name], choose);
    return value === undefined ? [] : [value];
  });
}

/** The names of the one list in its order, and those that only the other has, each behind what it follows there. */
function woven(one: Named, other: Named): string[] {
  const order = [...one.keys()];
  let before: string | undefined;
  for (const name of other.keys()) {
    if (!one.has(name)) order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, name);
    before = name;
  }
  return order;
}

/** By what tells the entries apart; undefined for a list whose entries have no names, or the same ones. */
function named(list: Maybe): Named | undefined {
  if (!Array.isArray(list)) return undefined;
  const found = new Map<string, Json>();
  for (const entry of list) {
    const name = isJsonObject(entry) ? (own(entry, 'id') ?? own(entry, 'name')) : undefined;
    if (typeof name !== 'string' || found.has(name)) return undefined;
    found.set(name, entry);
  }
  return found;
}

function own(value: JsonObject, key: string): Maybe {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
