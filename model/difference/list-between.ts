// Compares two lists entry by entry: the entries are told apart by their name, or by whatever tells them apart.
import { isJsonObject, type Json } from '../json.ts';

interface Entry {
  readonly name: string;
  readonly value: Json;
}

interface ChangedEntry {
  readonly name: string;
  readonly from: Json;
  readonly to: Json;
}

export interface ListBetween {
  readonly removed: readonly Entry[];
  readonly added: readonly Entry[];
  readonly changed: readonly ChangedEntry[];
  /** The entries that stayed stand in another order. */
  readonly reordered: boolean;
}

export function listBetween(before: Json | undefined, after: Json | undefined): ListBetween {
  const [from, to] = [named(before), named(after)];
  const stayed = [...from.keys()].filter((name) => to.has(name));
  const orderNow = [...to.keys()].filter((name) => from.has(name));
  return {
    removed: entriesOf(from).filter(({ name }) => !to.has(name)),
    added: entriesOf(to).filter(({ name }) => !from.has(name)),
    changed: stayed.flatMap((name) => {
      const [old, now] = [from.get(name) ?? null, to.get(name) ?? null];
      return sameJson(old, now) ? [] : [{ name, from: old, to: now }];
    }),
    reordered: stayed.some((name, index) => name !== orderNow[index]),
  };
}

/** Equal whatever the order of their keys. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((entry, index) => sameJson(entry, other[index]))
    );
  }
  if (!isJsonObject(one) || !isJsonObject(other)) return one === other;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameJson(one[key], other[key]))
  );
}

/** Two entries of one name, which the check complains of and a draft may have, are told apart by their order. */
function named(list: Json | undefined): ReadonlyMap<string, Json> {
  const found = new Map<string, Json>();
  for (const [index, value] of (Array.isArray(list) ? list : []).entries()) {
    const name = nameOf(value) ?? `${index + 1}`;
    let free = name;
    for (let count = 2; found.has(free); count++) free = `${name} (${count})`;
    found.set(free, value);
  }
  return found;
}

function nameOf(value: Json): string | undefined {
  if (typeof value === 'string') return value;
  if (!isJsonObject(value)) return undefined;
  // In this order: a step has an id, most other things a name, a mapping the field it fills.
  for (const key of ['id', 'name', 'scope', 'field', 'when', 'value']) {
    const name = value[key];
    if (typeof name === 'string' && name !== '') return name;
  }
  return undefined;
}

function entriesOf(entries: ReadonlyMap<string, Json>): Entry[] {
  return [...entries].map(([name, value]) => ({ name, value }));
}
