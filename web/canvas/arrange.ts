// Lays a flow out in the order it runs.
import { CARD_WIDTH, cardSize, HEAD_HEIGHT } from './card-geometry.ts';
import type { Direction } from './card-geometry.ts';
import type { CanvasStep, PaletteEntry, Place } from './canvas-model.ts';
import { layered } from './layered-layout.ts';
import type { Before } from './layered-layout.ts';

export type Kinds = ReadonlyMap<string, PaletteEntry>;

const GRID = 8;

/** A place for every step, on the grid, the first at 0,0. Notes keep their place: only their writer knows what they are about. */
export function arrange(
  steps: readonly CanvasStep[],
  kinds: Kinds,
  direction: Direction,
): Map<string, Place> {
  const drawn = steps.filter((step) => kinds.get(step.type)?.look !== 'note');
  const sizes = new Map(drawn.map((step) => [step.id, cardSize(step, kinds.get(step.type), direction)]));
  const wires = drawn.flatMap((step) =>
    Object.values(step.exits).flatMap((to) => (to !== null && sizes.has(to) ? [[step.id, to] as const] : [])),
  );
  const rankdir = direction === 'right' ? 'LR' : 'TB';
  const corners = layered({ sizes, wires, before: inExitOrder(drawn), rankdir });
  const left = Math.min(...corners.map(({ place }) => place.x));
  const top = Math.min(...corners.map(({ place }) => place.y));
  return new Map(corners.map(({ id, place }) => [id, onGrid({ x: place.x - left, y: place.y - top })]));
}

/** Dagre knows nothing of exits: told which of two followers comes first, it does not cross the wires of a choice. */
function inExitOrder(steps: readonly CanvasStep[]): Before[] {
  const counts = new Map<string, number>();
  const leads = steps.map((step) =>
    [...new Set(Object.values(step.exits))].filter((to) => to !== null && to !== step.id),
  );
  for (const to of leads.flat()) if (to !== null) counts.set(to, (counts.get(to) ?? 0) + 1);
  return leads.flatMap((followers) => {
    const own = followers.filter((to): to is string => to !== null && counts.get(to) === 1);
    return own.slice(1).map((right, at) => ({ left: own[at] ?? right, right }));
  });
}

/**
 * A place for every step: its own where it has one. A flow written as text has none at all and is laid out whole;
 * a single step without one stands beside what leads to it.
 */
export function placesOf(
  steps: readonly CanvasStep[],
  kinds: Kinds,
  direction: Direction,
): Map<string, Place> {
  const known = new Map(
    steps.flatMap((step) => (step.position === undefined ? [] : [[step.id, step.position] as const])),
  );
  if (known.size === steps.length) return known;
  if (known.size === 0) return withNotes(arrange(steps, kinds, direction), steps, direction);
  for (const step of steps) {
    if (known.has(step.id)) continue;
    const before = steps.find((other) => known.has(other.id) && Object.values(other.exits).includes(step.id));
    const beside = before === undefined ? undefined : known.get(before.id);
    const x = (beside?.x ?? 0) + (direction === 'right' ? CARD_WIDTH + 64 : 0);
    known.set(step.id, {
      x,
      y: (beside?.y ?? lowest(known) + HEAD_HEIGHT * 2) + (direction === 'right' ? 0 : 148),
    });
  }
  return known;
}

/** Notes that were never placed stand in a row beside the flow: above it, or at its left where it goes down. */
function withNotes(
  places: Map<string, Place>,
  steps: readonly CanvasStep[],
  direction: Direction,
): Map<string, Place> {
  const notes = steps.filter((step) => !places.has(step.id));
  for (const [at, note] of notes.entries()) {
    const place =
      direction === 'right' ? { x: at * (CARD_WIDTH + 32), y: -160 } : { x: -(CARD_WIDTH + 64), y: at * 160 };
    places.set(note.id, place);
  }
  return places;
}

function lowest(places: ReadonlyMap<string, Place>): number {
  return Math.max(0, ...[...places.values()].map((place) => place.y));
}

function onGrid({ x, y }: Place): Place {
  return { x: Math.round(x / GRID) * GRID, y: Math.round(y / GRID) * GRID };
}
