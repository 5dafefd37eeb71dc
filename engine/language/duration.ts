// Spans of time: adding them to an instant, and counting them between two.
import { fromWallClock, wallClock } from './zone.ts';

const CLOCK = { seconds: 1_000, minutes: 60_000, hours: 3_600_000 } as const;
const MILLISECONDS = { ...CLOCK, days: 86_400_000, weeks: 604_800_000 } as const;
const MONTHS = { months: 1, years: 12 } as const;

export const DURATION_UNITS = [...Object.keys(MILLISECONDS), ...Object.keys(MONTHS)];

/**
 * The instant `amount` units later; `undefined` for an unknown unit or a year outside 1-9999. Days and longer are those of
 * the zone's calendar, on which some days have 23 or 25 hours.
 */
export function addTo(instant: string, amount: number, unit: string, zone = 'UTC'): string | undefined {
  const clock = lengthOf(CLOCK, unit);
  if (clock !== undefined || zone === 'UTC') return addInUtc(instant, amount, unit);
  const milliseconds = Date.parse(instant) % 1000;
  const shown = addInUtc(fromWallClock(wallClock(instant, zone), 'UTC'), amount, unit);
  if (shown === undefined) return undefined;
  return written(Date.parse(fromWallClock(wallClock(shown, 'UTC'), zone)) + milliseconds);
}

function addInUtc(instant: string, amount: number, unit: string): string | undefined {
  const milliseconds = lengthOf(MILLISECONDS, unit);
  const months = lengthOf(MONTHS, unit);
  const start = Date.parse(instant);
  if (milliseconds !== undefined) return written(start + Math.round(amount * milliseconds));
  return months === undefined ? undefined : written(addMonths(start, Math.trunc(amount) * months));
}

/** Whole units from one instant to the other; `undefined` for an unknown unit. */
export function between(from: string, to: string, unit: string): number | undefined {
  const milliseconds = lengthOf(MILLISECONDS, unit);
  if (milliseconds !== undefined) return Math.trunc((Date.parse(to) - Date.parse(from)) / milliseconds) + 0;
  const months = lengthOf(MONTHS, unit);
  return months === undefined ? undefined : Math.trunc(monthsBetween(from, to) / months) + 0;
}

function lengthOf(units: { readonly [unit: string]: number }, unit: string): number | undefined {
  const plural = unit.trim().toLowerCase().replace(/s?$/, 's');
  return Object.hasOwn(units, plural) ? units[plural] : undefined;
}

/** January 31 and one month is the last day of February, never a day in March. */
function addMonths(start: number, months: number): number {
  const date = new Date(start);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(date);
  lastDay.setUTCMonth(lastDay.getUTCMonth() + 1, 0);
  return date.setUTCDate(Math.min(day, lastDay.getUTCDate()));
}

/** The most months that can be added to `from` without passing `to`; so January 31 to February 28 is one. */
function monthsBetween(from: string, to: string): number {
  const [start, end] = [new Date(from), new Date(to)];
  const months =
    (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  const reached = addMonths(start.getTime(), months);
  if (months > 0 && reached > end.getTime()) return months - 1;
  return months < 0 && reached < end.getTime() ? months + 1 : months;
}

function written(milliseconds: number): string | undefined {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return undefined;
  const text = date.toISOString();
  return /^(?!0000)\d{4}-/.test(text) ? text : undefined;
}
