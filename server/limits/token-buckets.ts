// Token buckets by key, for what is asked thousands of times a second: one object a key, changed in place.

export interface Rate {
  readonly perSecond: number;
  /** So many at once from rest. */
  readonly burst: number;
}

export interface Bucket {
  /** Below zero where more was taken at once than was left: what comes next waits the longer. */
  left: number;
  at: number;
  rate: Rate;
}

/** Two objects of about 100 bytes a key; beyond it, the ones not used for longest are forgotten. */
const MOST_KEYS = 50_000;

export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();

  /** The bucket of a key, filled up to now. `now` in milliseconds that never go back. */
  of(key: string, rate: Rate, now: number): Bucket {
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) return this.#make(key, rate, now);
    bucket.left = Math.min(rate.burst, bucket.left + ((now - bucket.at) * rate.perSecond) / 1000);
    bucket.at = now;
    bucket.rate = rate;
    return bucket;
  }

  /** A full bucket says no more than none: it is what a key begins with. */
  forgetFull(now: number): void {
    for (const [key, { left, at, rate }] of this.#buckets)
      if (left + ((now - at) * rate.perSecond) / 1000 >= rate.burst) this.#buckets.delete(key);
  }

  #make(key: string, rate: Rate, now: number): Bucket {
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size >= MOST_KEYS && oldest !== undefined) this.#buckets.delete(oldest);
    const bucket = { left: rate.burst, at: now, rate };
    this.#buckets.set(key, bucket);
    return bucket;
  }
}

export function secondsUntil({ left, rate }: Bucket, tokens: number): number {
  return Math.max(0, Math.ceil((tokens - left) / rate.perSecond));
}
