// How two values compare, in formulas and in conditions alike.
import type { Json } from '@bellwire/model/json.ts';
import { asText } from './as-text.ts';
import { readInstant } from './instant.ts';
import { isBlank, toBoolean, toNumber } from './value.ts';

/**
 * Whether two values count as the same: numbers and texts that hold numbers by number, dates by their instant,
 * yes/no values by the rules of booleans, everything else as text in which capitals do not matter.
 */
export function isSame(left: Json, right: Json): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') return toBoolean(left) === toBoolean(right);
  const order = isBlank(left) || isBlank(right) ? undefined : measure(left, right);
  return order === undefined ? folded(left) === folded(right) : order === 0;
}

/** Below 0 when left comes first, above 0 when right does. `undefined` when one is blank: nothing has no place. */
export function order(left: Json, right: Json): number | undefined {
  if (isBlank(left) || isBlank(right)) return undefined;
  const measured = measure(left, right);
  if (measured !== undefined) return measured;
  const [first, second] = [folded(left), folded(right)];
  return first < second ? -1 : first > second ? 1 : 0;
}

function measure(left: Json, right: Json): number | undefined {
  const [first, second] = [toNumber(left), toNumber(right)];
  if (first !== undefined && second !== undefined) return first - second;
  if (typeof left !== 'string' || typeof right !== 'string') return undefined;
  const [earlier, later] = [readInstant(left), readInstant(right)];
  return earlier !== undefined && later !== undefined ? Date.parse(earlier) - Date.parse(later) : undefined;
}

function folded(value: Json): string {
  return asText(value).toLowerCase();
}
