// Where a new card can stand without covering another.
import type { Place } from './canvas-model.ts';
import type { Size } from './card-geometry.ts';

export interface Box extends Place, Size {}

const GAP = 24;
const GRID = 8;

/** The wanted place, or the nearest free one below it. */
export function freePlace(wanted: Place, size: Size, taken: readonly Box[]): Place {
  const x = Math.round(wanted.x / GRID) * GRID;
  let y = Math.round(wanted.y / GRID) * GRID;
  // Each round passes below at least one more box, so as many rounds as boxes always suffice.
  for (let round = 0; round <= taken.length; round += 1) {
    const other = taken.find((box) => meets({ x, y, ...size }, box));
    if (other === undefined) break;
    y = Math.ceil((other.y + other.height + GAP) / GRID) * GRID;
  }
  return { x, y };
}

function meets(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width + GAP &&
    other.x < one.x + one.width + GAP &&
    one.y < other.y + other.height + GAP &&
    other.y < one.y + one.height + GAP
  );
}
