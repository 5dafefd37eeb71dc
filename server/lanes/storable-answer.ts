// What comes from outside may hold what PostgreSQL's jsonb refuses: U+0000 is left out, half characters are replaced.
import type { Json } from '@bellwire/model/json.ts';

export function storable(value: Json): Json {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [storableText(key), storable(inner)]),
  );
}

export function storableText(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
