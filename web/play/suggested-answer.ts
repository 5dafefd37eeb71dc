// An answer to begin with: a body that has something at each JSONPath which the step takes values from.
import { isForbiddenKey, isJsonObject, type Json, type JsonObject } from '@bellwire/model/json.ts';
import { sampleValue } from '@bellwire/model/sample.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';

/**
 * @param typeOf the type of the field a value goes into
 * @example suggestedBody({ mappings: [{ path: '$.data.url', field: 'app.url' }] }, () => 'text') // { data: { url: 'text' } }
 */
export function suggestedBody(
  settings: JsonObject,
  typeOf: (field: string) => ValueType | undefined,
): JsonObject {
  const body: JsonObject = {};
  for (const { keys, field } of takenIn(settings)) put(body, keys, sampleValue(typeOf(field) ?? 'text'));
  return body;
}

/** Plain paths only: of a filter or a wildcard nobody can say what it is to find. */
const PLAIN = /^\$(?:\.[A-Za-z_][\w-]*)+$/;

interface TakenValue {
  readonly keys: readonly string[];
  readonly field: string;
}

function takenIn(value: Json): TakenValue[] {
  if (Array.isArray(value)) return value.flatMap(takenIn);
  if (!isJsonObject(value)) return [];
  const { path, field } = value;
  if (typeof path === 'string' && typeof field === 'string' && PLAIN.test(path)) {
    const keys = path.split('.').slice(1);
    return keys.some(isForbiddenKey) ? [] : [{ keys, field }];
  }
  return Object.values(value).flatMap(takenIn);
}

function put(body: JsonObject, [key, ...deeper]: readonly string[], value: Json): void {
  if (key === undefined) return;
  if (deeper.length === 0) {
    body[key] ??= value;
    return;
  }
  const there = body[key];
  const inner: JsonObject = isJsonObject(there) ? there : {};
  body[key] = inner;
  put(inner, deeper, value);
}
