// How a value is written into text: nothing for null, compact JSON for lists and objects.
import type { Json } from '@bellwire/model/json.ts';
import { isWithinLevels, MOST_LEVELS } from '@bellwire/model/json.ts';
import { LimitError } from './limit.ts';

/** @throws LimitError when a list or object is nested too deep to be written. */
export function asText(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  if (!isWithinLevels(value)) {
    throw new LimitError(
      `A value is nested deeper than ${MOST_LEVELS} levels. Pick the part that is needed.`,
    );
  }
  return JSON.stringify(value);
}
