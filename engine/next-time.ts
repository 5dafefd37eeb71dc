// When a schedule's time comes next: the calendar's own arithmetic, time zones and the changes of daylight saving included.
import { Cron } from 'croner';
import type { Timing } from '@bellwire/model/schedule.ts';

/** `zone` is the install's: for times that name none of their own. */
interface Since {
  /** ISO-8601; the time is later than this. */
  readonly after: string;
  readonly zone: string;
}

/**
 * Null where none ever comes. A time of day in the hour that is skipped in spring comes when that hour would have begun; one
 * in the hour that comes twice in autumn, the first time only; what comes every few minutes or hours, in both.
 *
 * @example nextTime({ is: 'cron', cron: '0 9 * * *' }, { after: '2026-01-31T08:30:00Z', zone: 'Europe/Berlin' }) // '2026-02-01T08:00:00.000Z'
 */
export function nextTime(timing: Timing, { after, zone }: Since): string | null {
  if (timing.is === 'every') return new Date(Date.parse(after) + timing.minutes * 60_000).toISOString();
  return (
    cronOf(timing.cron, timing.zone ?? zone)
      .nextRun(new Date(after))
      ?.toISOString() ?? null
  );
}

/** The next few, for people to see what they have written. */
export function nextTimes(timing: Timing, since: Since, count: number): string[] {
  const times: string[] = [];
  for (let after: string | null = since.after; times.length < count; times.push(after)) {
    after = nextTime(timing, { ...since, after });
    if (after === null) break;
  }
  return times;
}

export function timingFault(timing: Timing): string | undefined {
  if (timing.is === 'every') return undefined;
  if (timing.zone !== undefined && !isZone(timing.zone))
    return `There is no time zone "${timing.zone}". Choose one such as Europe/Berlin.`;
  try {
    return nextTime(timing, { after: new Date(0).toISOString(), zone: 'UTC' }) === null
      ? `"${timing.cron}" never comes: no month has that day.`
      : undefined;
  } catch {
    return `"${timing.cron}" is not read. Five parts are expected, minute, hour, day of the month, month, day of the week: "0 9 * * MON-FRI" is nine o'clock on workdays.`;
  }
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function cronOf(cron: string, zone: string): Cron {
  return new Cron(cron, { timezone: isZone(zone) ? zone : 'UTC', mode: '5-part', paused: true });
}
