// When a schedule is tried next: at its next time, never sooner than the operator allows, later after failures.
import { nextTime } from '@bellwire/engine/next-time.ts';
import { pauseBeforeTry, retryGaps } from '@bellwire/model/retry-gaps.ts';
import type { Planned } from './tables.ts';

interface Ended {
  readonly planned: Planned;
  /** The time that was meant: another one is later, even where the clock was put back meanwhile. */
  readonly plannedAt: string | null;
  readonly now: string;
  readonly leastMinutes: number;
}

/** Null where no time comes any more. */
export function nextDue({ planned: { timing, zone }, plannedAt, now, leastMinutes }: Ended): string | null {
  if (timing.is === 'every')
    return nextTime({ ...timing, minutes: Math.max(timing.minutes, leastMinutes) }, { after: now, zone });
  // One that is due in a minute is not sooner than "at least one minute".
  const least = new Date(Date.parse(now) + (leastMinutes - 1) * 60_000).toISOString();
  return nextTime(timing, { after: plannedAt !== null && plannedAt > least ? plannedAt : least, zone });
}

/** `failures`: in a row, this one included. */
export function dueAfterFailure(ended: Ended, failures: number, askedForMs = 0): string | null {
  const next = nextDue(ended);
  if (next === null) return null;
  const tries = Math.min(failures, retryGaps.length);
  const pause = pauseBeforeTry({ tries, random: Math.random(), askedForMs }) ?? 0;
  const again = new Date(Date.parse(ended.now) + pause).toISOString();
  return again > next ? again : next;
}

/** A reading that is not over goes on soon. */
export function dueToGoOn(ended: Ended): string | null {
  const next = nextDue(ended);
  const soon = new Date(Date.parse(ended.now) + ended.leastMinutes * 60_000).toISOString();
  return next !== null && next < soon ? next : soon;
}
