// Reads which part of a file is asked for: players of films ask for it piece by piece.

/** Both counted from 0, and both part of it. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * Undefined for the whole: also where several parts are asked for, which nobody has to answer one by one.
 *
 * @example readRange('bytes=0-99', 1000) // { first: 0, last: 99 }
 * @returns 'none' for a part that is not there.
 */
export function readRange(header: string | undefined, size: number): Range | 'none' | undefined {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  // "The last 500" has no beginning.
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first > last || first >= size ? 'none' : { first, last };
}
