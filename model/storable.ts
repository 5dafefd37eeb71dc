// Whether a JSON value can be stored: PostgreSQL's jsonb refuses U+0000 and half surrogate pairs, and one such value would fail its whole batch.
import type { Json } from './json.ts';

export const DEEPEST_JSON = 100;

/**
 * What keeps a value from being stored, as the middle of a sentence that begins with its place, or `undefined`.
 * A value nested too deep is refused here too: every reader of it would have to recurse as deep.
 */
export function unstorable(value: Json, depth = 0): string | undefined {
  if (typeof value === 'string') return unstorableText(value);
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === DEEPEST_JSON)
    return `is nested more than ${DEEPEST_JSON} levels deep; flatten it, or send it as text`;
  for (const [key, entry] of Object.entries(value)) {
    const says = (Array.isArray(value) ? undefined : unstorableText(key)) ?? unstorable(entry, depth + 1);
    if (says !== undefined) return says;
  }
  return undefined;
}

export function unstorableText(text: string): string | undefined {
  if (text.includes('\u0000')) return 'contains the character U+0000, which cannot be stored; leave it out';
  if (!text.isWellFormed())
    return 'contains half of a surrogate pair, which is no character; send whole characters as UTF-8';
  return undefined;
}
