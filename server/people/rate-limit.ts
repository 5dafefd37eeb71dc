// Limits how often something may be tried per key (an account, an address), in memory that does not grow.

export interface RateLimitOptions {
  /** So many tries at once from rest. */
  readonly burst: number;
  readonly refillPerMinute: number;
  /** Keys remembered; about 150 bytes each. Default 100,000. */
  readonly maxKeys?: number;
  /** Milliseconds that never go back, such as `performance.now`. */
  readonly now: () => number;
}

export type RateAnswer =
  | { readonly is: 'allowed'; readonly left: number }
  | { readonly is: 'limited'; readonly retryAfterSeconds: number };

export interface RateLimit {
  take(key: string): RateAnswer;
}

/**
 * A token bucket per key: `burst` at once, then one each time it refills. A refused try costs nothing, so
 * patience helps. Where there are more keys than `maxKeys`, the one not tried for longest is forgotten: to
 * win a fresh bucket that way, somebody must try that many other keys in between.
 *
 * @example
 * const signIns = createRateLimit({ burst: 5, refillPerMinute: 1, now: () => performance.now() });
 * const answer = signIns.take(`account:${email}`);
 */
export function createRateLimit({
  burst,
  refillPerMinute,
  maxKeys = 100_000,
  now,
}: RateLimitOptions): RateLimit {
  const perMs = refillPerMinute / 60_000;
  // A Map keeps the order of insertion, so with each try moved to the end the first key is the oldest.
  const buckets = new Map<string, Bucket>();

  return {
    take(key) {
      const at = now();
      const before = buckets.get(key);
      const full = before === undefined ? burst : Math.min(burst, before.left + (at - before.at) * perMs);
      // Sums of fractions may end a hair below the whole number they stand for.
      const isAllowed = full >= 1 - 1e-9;
      const left = isAllowed ? Math.max(0, full - 1) : full;
      buckets.delete(key);
      buckets.set(key, { left, at });
      if (buckets.size > maxKeys) forgetOldest(buckets);
      if (isAllowed) return { is: 'allowed', left: Math.floor(left) };
      return { is: 'limited', retryAfterSeconds: Math.ceil((1 - full) / perMs / 1000) };
    },
  };
}

interface Bucket {
  readonly left: number;
  readonly at: number;
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  const [oldest] = buckets.keys();
  if (oldest !== undefined) buckets.delete(oldest);
}
