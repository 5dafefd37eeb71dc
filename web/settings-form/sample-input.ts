// Sample input for a script: the values that stand in the settings, and something for those that come at run time.
import { isJsonObject, type Json, type JsonObject } from '@bellwire/model/json.ts';

/** @example sampleInput({ inputs: [{ name: 'count', value: 3 }, { name: 'price', value: '{{user.price}}' }] }) // { count: 3, price: 10 } */
export function sampleInput({ inputs }: JsonObject): JsonObject {
  if (!Array.isArray(inputs)) return {};
  return Object.fromEntries(
    inputs.flatMap((entry) => {
      if (!isJsonObject(entry) || typeof entry.name !== 'string' || entry.name === '') return [];
      return [[entry.name, sampleOf(entry.value ?? null)] as const];
    }),
  );
}

function sampleOf(value: Json): Json {
  return JSON.stringify(value).includes('{{') ? 10 : value;
}
