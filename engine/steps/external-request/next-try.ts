// Whether a request that did not succeed is tried again, after which pause, and whether the contact's lane waits for it.
import type { CallAnswer } from '@bellwire/model/effect.ts';
import { ownValue } from '@bellwire/model/json.ts';
import { pauseBeforeTry, retryAfterMs } from '@bellwire/model/retry-gaps.ts';

/** What passes by itself; a wrong address or a certificate does not. */
const passing = new Set(['dns', 'connect', 'timeout', 'reset', 'bad-answer']);

const LONGEST_PAUSE_MS = 300_000;

/** For some minutes, with pauses that double from the first one; or for days, by the platform's table of gaps. */
export type Patience =
  | { readonly is: 'minutes'; readonly retries: number; readonly pauseSeconds: number }
  | { readonly is: 'days' };

export interface Tries {
  /** The try that has just failed: 1 is the first. */
  readonly attempt: number;
  readonly patience: Patience;
  /** ISO-8601: by which a Retry-After with a date is understood. */
  readonly now: string;
  /** From 0 up to, not including, 1. */
  readonly random: number;
}

/** The pause in milliseconds before the next try, or null when there is none. */
export function pauseBeforeNextTry(
  answer: CallAnswer,
  { attempt, patience, now, random }: Tries,
): number | null {
  if (!mayPass(answer)) return null;
  const askedForMs = answer.is === 'answer' ? retryAfterMs(ownValue(answer.headers, 'retry-after'), now) : 0;
  if (patience.is === 'days') return pauseBeforeTry({ tries: attempt, random, askedForMs });
  return shortPause(patience, { attempt, random, askedForMs });
}

/** It doubles with each try; its second half is left to chance, so that what failed together does not come back together. */
function shortPause(
  { retries, pauseSeconds }: Extract<Patience, { is: 'minutes' }>,
  { attempt, random, askedForMs }: { attempt: number; random: number; askedForMs: number },
): number | null {
  if (attempt > retries) return null;
  const doubled = pauseSeconds * 1000 * 2 ** (attempt - 1);
  return Math.round(Math.min(Math.max(doubled * (0.5 + random / 2), askedForMs), LONGEST_PAUSE_MS));
}

function mayPass(answer: CallAnswer): boolean {
  return answer.is === 'failed' ? passing.has(answer.reason) : answer.status === 429 || answer.status >= 500;
}
