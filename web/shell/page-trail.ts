// The pages of a list that were turned to reach this one, kept in the address: older adds one, newer takes one away.

/** No cursor of ours holds it. */
const BETWEEN = '~';

/** The cursor that the present page begins after; `undefined` on the newest. */
export function pageAfter(trail: string | undefined): string | undefined {
  return trail?.split(BETWEEN).at(-1);
}

/** @example olderTrail('a', 'b') // 'a~b' */
export function olderTrail(trail: string | undefined, next: string): string {
  return trail === undefined ? next : `${trail}${BETWEEN}${next}`;
}

/** @example newerTrail('a~b') // 'a' */
export function newerTrail(trail: string): string | undefined {
  const pages = trail.split(BETWEEN).slice(0, -1);
  return pages.length === 0 ? undefined : pages.join(BETWEEN);
}

/** "Page 3", counted from the newest. */
export function pageNumber(trail: string | undefined): number {
  return trail === undefined ? 1 : trail.split(BETWEEN).length + 1;
}
