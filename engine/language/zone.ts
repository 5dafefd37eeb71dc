// Wall clocks: what a clock in some time zone shows at an instant, and the instant at which it shows that.
import { remember } from './remember.ts';

/** Month 1-12, hour 0-23. */
export type WallClock = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
};

/** What a clock in the IANA zone shows. An unknown zone counts as UTC. */
export function wallClock(instant: string, zone: string): WallClock {
  const shown: { [part: string]: number } = {};
  for (const { type, value } of clockOf(zone).formatToParts(new Date(instant))) shown[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return { year, month, day, hour, minute, second };
}

/**
 * The instant at which a clock in the zone shows `clock`. In the hour that is skipped in spring it is the time
 * by the offset before the change; of the two in autumn it is the first.
 */
export function fromWallClock(clock: WallClock, zone: string): string {
  const asUtc = utcMilliseconds(clock);
  const dayBefore = asUtc - offset(asUtc - 86_400_000, zone);
  const dayAfter = asUtc - offset(asUtc + 86_400_000, zone);
  const fits = [dayBefore, dayAfter].find((each) => each + offset(each, zone) === asUtc);
  return new Date(fits ?? dayBefore).toISOString();
}

function offset(milliseconds: number, zone: string): number {
  const shown = utcMilliseconds(wallClock(new Date(milliseconds).toISOString(), zone));
  return shown - Math.floor(milliseconds / 1000) * 1000;
}

function utcMilliseconds({ year, month, day, hour, minute, second }: WallClock): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // `Date.UTC` reads the years 0-99 as 1900-1999.
  return date.setUTCHours(hour, minute, second);
}

/** Making a formatter takes about 50 µs, using it about 2. */
const clockOf = remember(100, (zone) => {
  const options: Intl.DateTimeFormatOptions = {
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  };
  try {
    return new Intl.DateTimeFormat('en', { ...options, timeZone: zone });
  } catch {
    return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' });
  }
});

/** Whether there is an IANA zone of that name. */
export const isZone = remember(100, (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
});
