// The parts of an OpenAPI document that are read, loosely: most documents break a rule somewhere.
import { isJsonObject, ownValue, type Json, type JsonObject } from '@bellwire/model/json.ts';

/** Deeper references are a circle, or nobody fills them in. */
const MOST_REFERENCES = 20;

/** What `$ref`s within the document lead to; undefined for those that lead out of it, nowhere, or round in circles. */
export function resolve(root: Json, value: Json | undefined): JsonObject | undefined {
  let found = value;
  for (let step = 0; step < MOST_REFERENCES; step++) {
    if (!isJsonObject(found)) return undefined;
    const reference = ownValue(found, '$ref');
    if (typeof reference !== 'string') return found;
    found = reference.startsWith('#/') ? at(root, reference.slice(2).split('/')) : undefined;
  }
  return undefined;
}

function at(root: Json, keys: readonly string[]): Json | undefined {
  let found: Json | undefined = root;
  for (const key of keys) {
    const name = decodeURIComponent(key.replaceAll('~1', '/').replaceAll('~0', '~'));
    found = Array.isArray(found) ? found[Number(name)] : ownValue(found, name);
  }
  return found;
}

/** The entries of an object under a key; none where there is no object. */
export function entriesAt(value: Json | undefined, key: string): [string, Json][] {
  const inner = ownValue(value, key);
  return isJsonObject(inner) ? Object.entries(inner) : [];
}

export function listAt(value: Json | undefined, key: string): Json[] {
  const inner = ownValue(value, key);
  return Array.isArray(inner) ? inner : [];
}

export function textAt(value: Json | undefined, key: string): string {
  const text = ownValue(value, key);
  return typeof text === 'string' ? text : '';
}
