// Whether a JSON value can be stored: PostgreSQL's jsonb refuses U+0000 and half surrogate pairs, and one such value would fail its whole batch.
import { isWithinLevels, MOST_LEVELS, type Json } from './json.ts';

/**
 * What keeps a value from being stored, as the middle of a sentence that begins with its place, or `undefined`.
 * A value nested too deep is refused here too: every reader of it would have to recurse as deep.
 */
export function unstorable(value: Json): string | undefined {
  if (!isWithinLevels(value))
    return `is nested more than ${MOST_LEVELS} levels deep; flatten it, or send it as text`;
  return unstorableInside(value);
}

function unstorableInside(value: Json): string | undefined {
  if (typeof value === 'string') return unstorableText(value);
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, entry] of Object.entries(value)) {
    const says = unstorableText(key) ?? unstorableInside(entry);
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
