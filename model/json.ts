// What JSON can hold: the only kind of value that flows, fields and events carry; parsed and read without meeting a prototype.
export type Json = null | boolean | number | string | Json[] | JsonObject;

export interface JsonObject {
  [key: string]: Json;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads plain data of a library (a JSON Schema, a row) as JSON: drops what JSON cannot hold. */
export function jsonObject(value: object): JsonObject {
  const plain: unknown = JSON.parse(JSON.stringify(value));
  if (!isJsonObject(plain)) throw new TypeError('An object was expected.');
  return plain;
}

/** Deepest nesting `parseJson` accepts; every recursive walk over a `Json` may rely on it. */
export const MOST_LEVELS = 100;

export type ParsedJson = { ok: true; value: Json } | { ok: false; says: string };

/**
 * Parses untrusted JSON text. The keys `__proto__`, `constructor` and `prototype` are dropped at every level,
 * so that no later merge can reach a prototype; nesting deeper than `MOST_LEVELS` is refused.
 *
 * @example parseJson('{"a":1,"__proto__":{"admin":true}}') // { ok: true, value: { a: 1 } }
 */
export function parseJson(text: string): ParsedJson {
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return {
      ok: false,
      says: `is not valid JSON: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  return dropForbiddenKeys(value, 0)
    ? { ok: true, value }
    : { ok: false, says: `is nested deeper than ${MOST_LEVELS} levels; flatten it` };
}

/** One own element or property, or `undefined`. Array lengths, methods and prototypes are out of reach. */
export function ownValue(value: Json | undefined, key: string | number): Json | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
  return Object.hasOwn(value, key) && !isForbiddenKey(key) ? value[key] : undefined;
}

/** True for the keys through which a merge could change a prototype. */
export function isForbiddenKey(key: string | number): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}

/** True when the value nests no deeper than `most` levels. Reads at most that deep, so it is safe on anything. */
export function isWithinLevels(value: Json, most = MOST_LEVELS): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (most === 0) return false;
  return Object.values(value).every((each) => isWithinLevels(each, most - 1));
}

/** Cleans a freshly parsed value in place (nobody else holds it yet); false when it nests too deep. */
function dropForbiddenKeys(value: Json, level: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (level === MOST_LEVELS) return false;
  if (Array.isArray(value)) return value.every((each) => dropForbiddenKeys(each, level + 1));
  for (const key of Object.keys(value)) {
    if (isForbiddenKey(key)) delete value[key];
  }
  return Object.values(value).every((each) => dropForbiddenKeys(each, level + 1));
}
