// The places that a request reads, and the sample values typed for them.
import { referencesIn } from '@bellwire/engine/language/fill.ts';
import { isJsonObject, jsonObject, parseJson, type Json, type JsonObject } from '@bellwire/model/json.ts';
import type { OutgoingRequest } from '@bellwire/model/outgoing-request.ts';

/** In the order in which they stand in the request; `now` has a value of its own. */
export function placesRead(request: OutgoingRequest): string[] {
  return referencesIn(jsonObject(request)).filter((path) => path !== 'now');
}

/**
 * A text that reads as JSON is that value: 12 is a number, "12" in quotes a text.
 *
 * @example valuesFrom({ 'app.amount': '12.5', 'app["order-id"]': 'A-1' }) // { app: { amount: 12.5, 'order-id': 'A-1' } }
 */
export function valuesFrom(samples: Readonly<Record<string, string>>): JsonObject {
  let values: JsonObject = {};
  for (const [path, text] of Object.entries(samples)) values = put(values, keysOf(path), read(text));
  return values;
}

function read(text: string): Json {
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : text;
}

function keysOf(path: string): string[] {
  return [...path.matchAll(/([^.[\]"]+)|\["((?:[^"\\]|\\.)*)"\]/g)].map(
    ([, plain, quoted = '']) => plain ?? String(JSON.parse(`"${quoted}"`)),
  );
}

function put(object: JsonObject, [key, ...rest]: readonly string[], value: Json): JsonObject {
  if (key === undefined) return object;
  const inside = object[key];
  return {
    ...object,
    [key]: rest.length === 0 ? value : put(isJsonObject(inside) ? inside : {}, rest, value),
  };
}
