// Shows a value inside an error text: short enough for one line, whatever was sent.
import type { Json } from './json.ts';

const MOST_SHOWN = 60;

/** @example inWords('12.5') // '"12.5"' */
export function inWords(value: Json | undefined): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN - 1)}…` : value);
}
