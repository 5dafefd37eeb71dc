// One try against a rate limit, refused with the time after which the next one helps.
import { ProblemError } from '@bellwire/model/problem.ts';
import type { RateLimit } from './rate-limit.ts';

/** @throws ProblemError `too-many-requests` */
export function takeOrRefuse(limit: RateLimit, key: string): void {
  const answer = limit.take(key);
  if (answer.is === 'allowed') return;
  const { retryAfterSeconds } = answer;
  throw new ProblemError('too-many-requests', {
    says: `Too many tries in a short time. Try again in ${retryAfterSeconds} seconds.`,
    retryAfterSeconds,
  });
}
