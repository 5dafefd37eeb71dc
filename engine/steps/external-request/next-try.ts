// Whether a request that did not succeed is tried again, and after which pause.
import type { CallAnswer } from '@bellwire/model/effect.ts';
import { ownValue } from '@bellwire/model/json.ts';
import { toNumber } from '../../language/value.ts';

/** What passes by itself; a wrong address or a certificate does not. */
const passing = new Set(['dns', 'connect', 'timeout', 'reset', 'bad-answer']);

const LONGEST_PAUSE_MS = 300_000;

export interface Tries {
  /** The try that has just failed: 1 is the first. */
  readonly attempt: number;
  readonly retries: number;
  readonly pauseSeconds: number;
  /** ISO-8601: by which a Retry-After with a date is understood. */
  readonly now: string;
  /** From 0 up to, not including, 1. */
  readonly random: number;
}

/**
 * The pause in milliseconds before the next try, or null when there is none. It doubles with each try; its second half is
 * left to chance, so that many runs that failed together do not come back together.
 */
export function pauseBeforeNextTry(
  answer: CallAnswer,
  { attempt, retries, pauseSeconds, now, random }: Tries,
): number | null {
  if (attempt > retries || !mayPass(answer)) return null;
  const doubled = pauseSeconds * 1000 * 2 ** (attempt - 1);
  const pause = Math.max(doubled * (0.5 + random / 2), askedFor(answer, now));
  return Math.round(Math.min(pause, LONGEST_PAUSE_MS));
}

function mayPass(answer: CallAnswer): boolean {
  return answer.is === 'failed' ? passing.has(answer.reason) : answer.status === 429 || answer.status >= 500;
}

/** Retry-After: seconds, or a date as HTTP writes it. */
function askedFor(answer: CallAnswer, now: string): number {
  const given = answer.is === 'answer' ? ownValue(answer.headers, 'retry-after') : undefined;
  if (typeof given !== 'string') return 0;
  const seconds = toNumber(given);
  if (seconds !== undefined) return seconds * 1000;
  return /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/.test(given)
    ? Date.parse(given) - Date.parse(now) || 0
    : 0;
}
