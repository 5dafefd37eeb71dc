// Tests of when a request is tried again, and after which pause.
import { equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { CallAnswer } from '@bellwire/model/effect.ts';
import { MOST_TRIES, retryGaps } from '@bellwire/model/retry-gaps.ts';
import { pauseBeforeNextTry, type Tries } from './next-try.ts';

const minutes = { is: 'minutes', retries: 5, pauseSeconds: 2 } as const;
const first: Tries = { attempt: 1, patience: minutes, now: '2026-03-01T12:00:00.000Z', random: 0 };

function answered(status: number, retryAfter?: string): CallAnswer {
  return {
    is: 'answer',
    status,
    headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
    body: null,
    ms: 1,
  };
}

function failed(reason: string): CallAnswer {
  return { is: 'failed', reason, says: '', ms: 1 };
}

test('only what may pass by itself is tried again', () => {
  for (const status of [429, 500, 502, 503, 504])
    ok(pauseBeforeNextTry(answered(status), first) !== null, String(status));
  for (const status of [200, 204, 301, 400, 401, 404, 409, 422])
    equal(pauseBeforeNextTry(answered(status), first), null);
  for (const reason of ['dns', 'connect', 'timeout', 'reset'])
    ok(pauseBeforeNextTry(failed(reason), first) !== null, reason);
  for (const reason of ['bad-url', 'host-not-allowed', 'blocked-address', 'tls', 'too-large', 'else']) {
    equal(pauseBeforeNextTry(failed(reason), first), null);
  }
});

test('no more often than it may be', () => {
  ok(pauseBeforeNextTry(answered(500), { ...first, attempt: 5 }) !== null);
  equal(pauseBeforeNextTry(answered(500), { ...first, attempt: 6 }), null);
  equal(pauseBeforeNextTry(answered(500), { ...first, patience: { ...minutes, retries: 0 } }), null);
});

test('pauses double, and chance spreads their second half', () => {
  const pause = (attempt: number, random: number) =>
    pauseBeforeNextTry(answered(500), { ...first, attempt, random });
  equal(pause(1, 0), 1000);
  equal(pause(1, 0.5), 1500);
  equal(pause(2, 0), 2000);
  equal(pause(5, 0), 16_000);
});

test('Retry-After is obeyed in seconds and as a date, where it is longer, up to five minutes', () => {
  equal(pauseBeforeNextTry(answered(429, '30'), first), 30_000);
  equal(pauseBeforeNextTry(answered(503, 'Sun, 01 Mar 2026 12:01:00 GMT'), first), 60_000);
  equal(pauseBeforeNextTry(answered(429, '86400'), first), 300_000);
  for (const odd of [
    '0',
    '-5',
    'soon',
    'Sun, 99 Mar 2026 12:01:00 GMT',
    '',
    'Sun, 01 Mar 2020 12:01:00 GMT',
  ]) {
    equal(pauseBeforeNextTry(answered(429, odd), first), 1000, odd);
  }
});

test('for days it follows the table of gaps, obeys a Retry-After of hours, and ends after the last try', () => {
  const days: Tries = { ...first, patience: { is: 'days' }, random: 0.5 };
  for (const [index, gap] of retryGaps.entries())
    equal(pauseBeforeNextTry(answered(500), { ...days, attempt: index + 1 }), gap * 1000);
  equal(pauseBeforeNextTry(answered(429, '7200'), days), 7_200_000);
  equal(pauseBeforeNextTry(answered(500), { ...days, attempt: MOST_TRIES }), null);
  equal(pauseBeforeNextTry(answered(404), days), null);
});
