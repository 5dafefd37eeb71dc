// What a call from outside brought goes into app fields: by JSONPath, by the field's type, with a fallback where nothing is found.
import type { AppField } from '@bellwire/model/app-field.ts';
import type { PayloadMapping } from '@bellwire/model/payload-mapping.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import { coerce } from './language/value.ts';
import { pickByPath } from './pick-by-path.ts';

/** The values with what was mapped laid over them; `says` tells of each value, for the story. */
export function mapPayload(
  mappings: readonly PayloadMapping[],
  payload: Json,
  before: JsonObject,
  fields: readonly AppField[],
): { values: JsonObject; says: string } {
  const values: JsonObject = { ...before };
  const says: string[] = [];
  for (const { path, field, fallback } of mappings) {
    const found = pickByPath(path, payload) ?? fallback ?? null;
    const declared = fields.find(({ name }) => name === field);
    const coerced = coerce(found, declared?.type ?? 'text');
    if (coerced.ok) values[field] = coerced.value;
    else says.push(`${path} was not put into ${field}: it ${coerced.says}.`);
  }
  return {
    values,
    says: says.length > 0 ? says.join(' ') : `${mappings.length} values were taken from the call.`,
  };
}
