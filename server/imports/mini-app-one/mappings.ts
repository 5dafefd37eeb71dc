// The mappings of a mini-app 1.0: from places of an answer to variables, in any of the forms they are written in.
import { isJsonObject, type Json } from '@bellwire/model/json.ts';

export interface Mapping {
  /** JSONPath, beginning with `$`. */
  readonly path: string;
  readonly variable: string;
}

/** `{ "$.data.token": "token" }`, `{ "token": "$.data.token" }`, or a list of `{ path, name }`. */
export function readMappings(mapping: Json | undefined): Mapping[] {
  if (Array.isArray(mapping)) return mapping.flatMap(readEntry);
  if (!isJsonObject(mapping)) return [];
  return Object.entries(mapping).flatMap(([key, value]) => {
    if (typeof value !== 'string') return [];
    return key.startsWith('$') ? [{ path: key, variable: value }] : [{ path: asPath(value), variable: key }];
  });
}

function readEntry(entry: Json): Mapping[] {
  if (!isJsonObject(entry)) return [];
  const path = firstText(entry, ['path', 'jsonpath', 'from']);
  const variable = firstText(entry, ['name', 'variable', 'to', 'field']);
  return path === undefined || variable === undefined ? [] : [{ path: asPath(path), variable }];
}

/** The text of the first of these keys that has one. */
export function firstText(value: Json | undefined, keys: readonly string[]): string | undefined {
  if (!isJsonObject(value)) return undefined;
  for (const key of keys) {
    const text = value[key];
    if (typeof text === 'string' && text !== '') return text;
  }
  return undefined;
}

/** @example asPath('data.token') // '$.data.token' */
export function asPath(path: string): string {
  if (path.startsWith('$')) return path;
  return path.startsWith('[') ? `$${path}` : `$.${path}`;
}
