// Whether an answer lies between the limits of its question, and the words for one that does not.
import type { Json } from '@bellwire/model/json.ts';
import type { AnswerType, Asked, Limits, Measure } from './answer-type.ts';

/** What is wrong, as a sentence for the contact; undefined where nothing is. A limit that cannot be read is none. */
export function outOfRange(
  { range }: AnswerType,
  value: Json,
  { least, most }: Limits,
  asked: Asked,
): string | undefined {
  const measured = range?.measure(value);
  if (range === undefined || measured === undefined) return undefined;
  const low = range.limit(least, asked);
  const high = range.limit(most, asked);
  const isLow = low !== undefined && compare(measured, low) < 0;
  const isHigh = high !== undefined && compare(measured, high) > 0;
  if (!isLow && !isHigh) return undefined;
  const unit = range.unit === '' ? '' : ` ${range.unit}`;
  if (low !== undefined && high !== undefined) return `It has to be from ${low} to ${high}${unit}.`;
  return isLow ? `It has to be at least ${low}${unit}.` : `It has to be at most ${high}${unit}.`;
}

/** Both are of one kind: dates are written so that the later one sorts behind. */
function compare(one: Measure, other: Measure): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one) < String(other) ? -1 : String(one) > String(other) ? 1 : 0;
}
