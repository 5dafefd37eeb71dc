// What JSON can hold: the only kind of value that flows, fields and events carry.
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
