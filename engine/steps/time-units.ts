// The units in which steps count time, and how long a step may wait.
import type { JsonObject } from '@bellwire/model/json.ts';
import { savedText } from './saved.ts';

export const timeUnits = [
  { value: 'seconds', label: 'Seconds' },
  { value: 'minutes', label: 'Minutes' },
  { value: 'hours', label: 'Hours' },
  { value: 'days', label: 'Days' },
] as const;

export type TimeUnit = (typeof timeUnits)[number]['value'];

/** A bot may be rebuilt twice in a year: what waits longer is better kept as a date in a field. */
export const MOST_SECONDS = 366 * 86_400;

const seconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;

export function secondsOf(amount: number, unit: TimeUnit): number {
  return amount * seconds[unit];
}

/** @example durationInWords({ amount: 1, unit: 'days' }, 'hours') // '1 day' */
export function durationInWords(saved: JsonObject, usual: TimeUnit): string {
  const amount = savedText(saved, 'amount') || '1';
  const unit = savedText(saved, 'unit') || usual;
  return `${amount} ${amount === '1' ? unit.replace(/s$/, '') : unit}`;
}
