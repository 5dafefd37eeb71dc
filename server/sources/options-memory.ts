// Keeps answers of sources for as long as each says, in memory that does not grow: each process asks for itself.

export interface OptionsMemory<Kept> {
  get(key: string): Kept | undefined;
  keep(key: string, value: Kept, seconds: number): void;
}

const MOST_KEPT = 1000;

/** `now` in milliseconds that never go back. */
export function createOptionsMemory<Kept>(now: () => number = () => performance.now()): OptionsMemory<Kept> {
  const kept = new Map<string, { readonly value: Kept; readonly until: number }>();
  return {
    get(key) {
      const entry = kept.get(key);
      if (entry !== undefined && entry.until > now()) return entry.value;
      kept.delete(key);
      return undefined;
    },
    keep(key, value, seconds) {
      kept.delete(key);
      kept.set(key, { value, until: now() + seconds * 1000 });
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    },
  };
}
