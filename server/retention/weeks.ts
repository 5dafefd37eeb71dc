// The weeks that partitions are made of.

export const WEEK_MS = 7 * 24 * 3600 * 1000;

/**
 * The weeks from a border on, until one ends at or after the last time that has to be covered.
 *
 * @example
 * weeksFrom(monday, monday + 1).length // 1
 */
export function weeksFrom(border: number, last: number): { readonly from: number; readonly to: number }[] {
  const count = Math.max(0, Math.ceil((last - border) / WEEK_MS));
  return Array.from({ length: count }, (_, week) => ({
    from: border + week * WEEK_MS,
    to: border + (week + 1) * WEEK_MS,
  }));
}
