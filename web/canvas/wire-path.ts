// The way of a wire: a soft curve where the way is free, else along a lane beside the cards that stand between.
import type { Direction } from './card-geometry.ts';
import type { Place } from './canvas-model.ts';
import type { Box } from './free-place.ts';

/** How far a wire goes straight out of an exit before it turns. */
const LEAD = 28;
const CLEAR = 22;

/**
 * Where a wire must run beside the cards, as the coordinate across the flow's direction; undefined when the straight way is
 * free. A wire that leads back always takes a lane, below: so it is told from forward ones at a glance.
 * `lanes` are those of other wires: no two run on each other.
 */
export function laneOf(
  from: Place,
  to: Place,
  boxes: readonly Box[],
  direction: Direction,
  lanes: readonly Box[] = [],
): number | undefined {
  const start = turned(from, direction);
  const end = turned(to, direction);
  const isBack = end.x < start.x + LEAD;
  const left = Math.min(start.x, end.x) - (isBack ? LEAD : -LEAD);
  const right = Math.max(start.x, end.x) + (isBack ? LEAD : -LEAD);
  const beside = (box: Box) => box.x < right && box.x + box.width > left;
  const between = boxes.map((box) => turnedBox(box, direction)).filter(beside);
  const taken = [...between, ...lanes.map((lane) => turnedBox(lane, direction)).filter(beside)];
  const top = Math.min(start.y, end.y) - CLEAR / 2;
  const bottom = Math.max(start.y, end.y) + CLEAR / 2;
  const hit = between.filter((box) => box.y < bottom && box.y + box.height > top);
  if (hit.length === 0 && !isBack) return undefined;
  const middle = (start.y + end.y) / 2;
  const below = freeLane(isBack ? Math.max(start.y, end.y) : middle, 1, taken);
  if (isBack) return below;
  const above = freeLane(middle, -1, taken);
  const isAboveNearer =
    Math.abs(above - start.y) + Math.abs(above - end.y) < Math.abs(below - start.y) + Math.abs(below - end.y);
  return isAboveNearer ? above : below;
}

/** What a wire on its lane takes up, to be given to the next wires. */
export function laneBox(from: Place, to: Place, lane: number, direction: Direction): Box {
  const start = turned(from, direction).x;
  const end = turned(to, direction).x;
  return turnedBox({ x: Math.min(start, end), y: lane, width: Math.abs(end - start), height: 0 }, direction);
}

/** An SVG path, and the point on it where a label stands. */
export function wirePath(
  from: Place,
  to: Place,
  lane: number | undefined,
  direction: Direction,
): { path: string; label: Place } {
  const start = turned(from, direction);
  const end = turned(to, direction);
  const say = (place: Place) => {
    const { x, y } = turned(place, direction);
    return `${round(x)} ${round(y)}`;
  };
  if (lane === undefined) {
    const pull = Math.max(LEAD, Math.abs(end.x - start.x) / 2);
    const path = `M${say(start)}C${say({ x: start.x + pull, y: start.y })} ${say({ x: end.x - pull, y: end.y })} ${say(end)}`;
    return { path, label: turned({ x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }, direction) };
  }
  const ways = alongLane(start, end, lane);
  const path = `M${say(start)}${ways.map((way) => (way.length === 1 ? 'L' : 'C') + way.map(say).join(' ')).join('')}`;
  return { path, label: turned({ x: (start.x + end.x) / 2, y: lane }, direction) };
}

/** Out, over to the lane, along it, back and in: three-point items are curves, one-point items lines. */
function alongLane(start: Place, end: Place, lane: number): Place[][] {
  const isBack = end.x < start.x + LEAD;
  if (isBack) {
    const out = start.x + LEAD;
    const into = end.x - LEAD;
    return [
      [
        { x: out + LEAD, y: start.y },
        { x: out + LEAD, y: lane },
        { x: start.x, y: lane },
      ],
      [{ x: end.x, y: lane }],
      [{ x: into - LEAD, y: lane }, { x: into - LEAD, y: end.y }, end],
    ];
  }
  const turn = Math.min(64, (end.x - start.x) / 3);
  return [
    [
      { x: start.x + turn / 2, y: start.y },
      { x: start.x + turn / 2, y: lane },
      { x: start.x + turn, y: lane },
    ],
    [{ x: end.x - turn, y: lane }],
    [{ x: end.x - turn / 2, y: lane }, { x: end.x - turn / 2, y: end.y }, end],
  ];
}

/** The nearest coordinate, going one way from where the wire would like to be, that no box covers. */
function freeLane(wanted: number, way: 1 | -1, boxes: readonly Box[]): number {
  let lane = wanted;
  for (let round = 0; round <= boxes.length; round += 1) {
    const hit = boxes.find((box) => lane > box.y - CLEAR + 1 && lane < box.y + box.height + CLEAR - 1);
    if (hit === undefined) break;
    lane = way === 1 ? hit.y + hit.height + CLEAR : hit.y - CLEAR;
  }
  return lane;
}

/** All reckoning is done for a flow that goes right; one that goes down is the same with x and y exchanged. */
function turned({ x, y }: Place, direction: Direction): Place {
  return direction === 'right' ? { x, y } : { x: y, y: x };
}

function turnedBox({ x, y, width, height }: Box, direction: Direction): Box {
  return direction === 'right' ? { x, y, width, height } : { x: y, y: x, width: height, height: width };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
