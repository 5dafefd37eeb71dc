// The platform's one table of gaps between tries of a request to another system, and how an answer's Retry-After bends it.

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * Seconds before the second try, the third, and so on: 14 tries in 91 hours and 51 minutes. With every gap at its shortest it
 * is 73 hours: whoever goes home on Friday evening with a broken server finds it told on Monday.
 */
export const retryGaps: readonly number[] = [
  10,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  12 * HOUR,
  16 * HOUR,
  24 * HOUR,
  24 * HOUR,
];

/** Tries in all, the first one included. */
export const MOST_TRIES = retryGaps.length + 1;

/** A gap is shortened or lengthened by chance up to this share, so that what failed together does not come back together. */
export const JITTER = 0.2;

const LONGEST_ASKED_MS = 24 * HOUR * 1000;

export interface Tried {
  /** Tries made so far: 1 after the first. */
  readonly tries: number;
  /** From 0 up to, not including, 1. */
  readonly random: number;
  /** What the other side asked for, in milliseconds; obeyed where it is longer than the gap, up to a day. */
  readonly askedForMs?: number;
}

/**
 * The pause in milliseconds before the next try; null after the last one: then it is a person's turn.
 *
 * @example pauseBeforeTry({ tries: 1, random: 0.5 }) // 10_000
 */
export function pauseBeforeTry({ tries, random, askedForMs = 0 }: Tried): number | null {
  const gap = retryGaps[tries - 1];
  if (gap === undefined) return null;
  const spread = gap * 1000 * (1 - JITTER + 2 * JITTER * random);
  return Math.round(Math.max(spread, Math.min(askedForMs, LONGEST_ASKED_MS)));
}

/**
 * What a `Retry-After` header asks for, in milliseconds from `now` (ISO-8601): whole seconds, or a date as HTTP writes it. Zero
 * where there is none, where it is over, and where it cannot be read.
 *
 * @example retryAfterMs('120', now) // 120_000
 */
export function retryAfterMs(header: unknown, now: string): number {
  if (typeof header !== 'string') return 0;
  const given = header.trim();
  if (/^\d{1,9}$/.test(given)) return Number(given) * 1000;
  if (!/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/.test(given)) return 0;
  return Math.max(0, Date.parse(given) - Date.parse(now)) || 0;
}
