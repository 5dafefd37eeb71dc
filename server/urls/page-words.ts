// What a visitor reads when all is done: the words of the app's page, with what is known by then in their places.
import { asText } from '@bellwire/engine/language/as-text.ts';
import { fill } from '@bellwire/engine/language/fill.ts';
import { LimitError } from '@bellwire/engine/language/limit.ts';
import { mapPayload } from '@bellwire/engine/map-payload.ts';
import { maskSecretsIn } from '@bellwire/engine/secret-mark.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import type { FoundUrl } from './claim.ts';

const usual = { title: 'Thank you', text: 'It has arrived. You can close this page.' };

/**
 * `values` are the app fields with the form's answers; what the call is mapped to is laid over them, as the flow will see
 * it. The flow itself has not run yet. Secure fields are blank here: whoever has the address reads this.
 */
export function pageWords(
  { declared, app, values }: Pick<FoundUrl, 'declared' | 'app' | 'values'>,
  payload: Json,
  now: string,
): { title: string; text: string } {
  const page = declared?.page;
  if (page === undefined) return usual;
  const known = mapPayload(declared?.mappings ?? [], payload, values, app.fields).values;
  const scope = { data: { app: shown(known, app.fields) }, now, zone: 'UTC', locale: 'en', random: () => 0 };
  try {
    return { title: asText(fill(page.title, scope)), text: asText(fill(page.text, scope)) };
  } catch (error) {
    if (error instanceof LimitError) return usual;
    throw error;
  }
}

function shown(values: JsonObject, fields: FoundUrl['app']['fields']): JsonObject {
  const secure = new Set(fields.filter((field) => field.secure === true).map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, secure.has(name) ? null : maskSecretsIn(value)]),
  );
}
