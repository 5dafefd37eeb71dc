// The value that stands in a field before a step changes it.
import { ownValue, type Json, type JsonObject } from '@bellwire/model/json.ts';

/** By the field's reference, `user.status` or `app.amount`; null where it holds nothing. */
export function fieldValue(data: JsonObject, reference: string): Json {
  const dot = reference.indexOf('.');
  return ownValue(ownValue(data, reference.slice(0, dot)), reference.slice(dot + 1)) ?? null;
}

/** The data as templates see it once the field is set. */
export function withField(data: JsonObject, reference: string, value: Json): JsonObject {
  const dot = reference.indexOf('.');
  const root = reference.slice(0, dot);
  const fields = ownValue(data, root);
  const before = typeof fields === 'object' && !Array.isArray(fields) ? fields : {};
  return { ...data, [root]: { ...before, [reference.slice(dot + 1)]: value } };
}
