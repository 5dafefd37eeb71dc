// Turns steps into what xyflow draws. A node that did not change stays the same object, so that only changed cards draw again.
import type { Edge, Node, NodeHandle } from '@xyflow/react';
import { Position } from '@xyflow/react';
import type { Kinds } from './arrange.ts';
import { CARD_WIDTH, cardSize, entrance, exitPlace, exitsOf, sizeWithExits } from './card-geometry.ts';
import type { Direction, Size } from './card-geometry.ts';
import type { Box } from './free-place.ts';
import { laneBox, laneOf } from './wire-path.ts';
import { ENTRY_EXIT } from './canvas-model.ts';
import type {
  CanvasEntry,
  CanvasStep,
  PaletteEntry,
  Place,
  RunOverlay,
  StepExit,
  StepRun,
} from './canvas-model.ts';

export type StepData = {
  step: CanvasStep;
  kind: PaletteEntry | undefined;
  exits: readonly StepExit[];
  direction: Direction;
  problems: number;
  /** All of them are only worth a look. */
  onlyWarned: boolean;
  /** undefined: no run is laid over; null: the run did not come here. */
  run: StepRun | null | undefined;
  active: boolean;
};
export type EntryData = { entry: CanvasEntry; direction: Direction };
export type StepNode = Node<StepData, 'step'> | Node<StepData, 'note'>;
export type EntryNode = Node<EntryData, 'entry'>;
export type CanvasNode = StepNode | EntryNode;
export type WireData = {
  exit: string;
  direction: Direction;
  lane: number | undefined;
  taken: number | undefined;
  dim: boolean;
};
export type Wire = Edge<WireData, 'wire'>;

export const ENTRANCE = 'in';
const ENTRY_EXITS: readonly StepExit[] = [{ name: ENTRY_EXIT, label: 'Start' }];
const ENTRY_GAP = 64;
/** The side of the square one can hit; also in step-card.css. */
export const HANDLE = 20;

/** What decides where everything stands. */
export interface FlowShape {
  steps: readonly CanvasStep[];
  entries: readonly CanvasEntry[];
  kinds: Kinds;
  direction: Direction;
  places: ReadonlyMap<string, Place>;
}

/** What is only seen on the cards. */
export interface Marks {
  selected: ReadonlySet<string>;
  problems: ReadonlyMap<string, number>;
  /** The steps with a problem that is more than a warning. */
  broken: ReadonlySet<string>;
  overlay: RunOverlay | undefined;
}

export const UNMARKED: Marks = {
  selected: new Set(),
  problems: new Map(),
  broken: new Set(),
  overlay: undefined,
};

export function toNodes(
  shape: FlowShape,
  marks: Marks,
  before: ReadonlyMap<string, CanvasNode>,
): CanvasNode[] {
  const entries = shape.entries.map((entry) => entryNode(entry, shape));
  const steps = shape.steps.map((step) => stepNode(step, shape, marks));
  return [...entries, ...steps].map((node) => {
    const old = before.get(node.id);
    return old !== undefined && isSame(old, node) ? old : node;
  });
}

/** The nodes are those of the same flow: wires need to know what stands in their way. */
export function toWires(
  { steps, entries, direction }: FlowShape,
  overlay: RunOverlay | undefined,
  nodes: readonly CanvasNode[],
): Wire[] {
  const cards = new Map(nodes.map((node) => [node.id, node]));
  const boxes = nodes.filter((node) => node.type !== 'note').map(boxOf);
  const lanes: Box[] = [];
  const wire = (from: string, exit: string, to: string | null, taken: number | undefined): Wire[] => {
    const target = to === null ? undefined : cards.get(to);
    if (target === undefined) return [];
    const lane = laneBetween(cards.get(from), exit, target, { boxes, lanes, direction });
    const dim = overlay !== undefined && (taken ?? 0) === 0;
    const ends = { source: from, sourceHandle: exit, target: target.id, targetHandle: ENTRANCE };
    return [{ id: `${from} ${exit}`, type: 'wire', ...ends, data: { exit, direction, lane, taken, dim } }];
  };
  const runOf = (step: string | null) => (step === null ? undefined : overlay?.steps[step]);
  const starts = entries.flatMap(({ id, to }) => wire(id, ENTRY_EXIT, to, runOf(to)?.visited));
  const others = steps.flatMap((step) =>
    Object.entries(step.exits).flatMap(([exit, to]) =>
      wire(step.id, exit, to, runOf(step.id)?.exits?.[exit]),
    ),
  );
  return [...starts, ...others];
}

function laneBetween(
  from: CanvasNode | undefined,
  exit: string,
  to: CanvasNode | undefined,
  drawn: { boxes: readonly Box[]; lanes: Box[]; direction: Direction },
) {
  const start = handlePlace(from, exit);
  const end = handlePlace(to, ENTRANCE);
  if (start === undefined || end === undefined) return undefined;
  const lane = laneOf(start, end, drawn.boxes, drawn.direction, drawn.lanes);
  if (lane !== undefined) drawn.lanes.push(laneBox(start, end, lane, drawn.direction));
  return lane;
}

function handlePlace(node: CanvasNode | undefined, handle: string): Place | undefined {
  const found = node?.handles?.find((one) => one.id === handle);
  if (node === undefined || found === undefined) return undefined;
  return { x: node.position.x + found.x + HANDLE / 2, y: node.position.y + found.y + HANDLE / 2 };
}

function boxOf(node: CanvasNode): Box {
  return { ...node.position, width: node.width ?? 0, height: node.height ?? 0 };
}

function stepNode(step: CanvasStep, shape: FlowShape, marks: Marks): StepNode {
  const { kinds, direction, places } = shape;
  const { selected, problems, broken, overlay } = marks;
  const kind = kinds.get(step.type);
  const size = cardSize(step, kind, direction);
  const isNote = kind?.look === 'note';
  const exits = isNote ? [] : exitsOf(step, kind);
  return {
    id: step.id,
    type: isNote ? 'note' : 'step',
    position: places.get(step.id) ?? { x: 0, y: 0 },
    selected: selected.has(step.id),
    zIndex: isNote ? -1 : 0,
    ...fixed(size),
    handles: isNote ? [] : handlesOf(exits, size, direction, true),
    ariaLabel: `${step.label ?? kind?.label ?? step.type}${isNote ? '' : `, ${exits.length} exits`}`,
    data: {
      step,
      kind,
      exits,
      direction,
      problems: problems.get(step.id) ?? 0,
      onlyWarned: !broken.has(step.id),
      run: overlay === undefined ? undefined : (overlay.steps[step.id] ?? null),
      active: overlay?.active === step.id,
    },
  };
}

/** Entries stand before the step they lead to, one above the other; their place is never stored. */
function entryNode(entry: CanvasEntry, { entries, direction, places }: FlowShape): EntryNode {
  const size = sizeWithExits(ENTRY_EXITS, direction);
  const goal = (entry.to === null ? undefined : places.get(entry.to)) ?? { x: 0, y: 0 };
  const siblings = entries.filter((other) => other.to === entry.to);
  const at = siblings.indexOf(entry);
  const across = at - (siblings.length - 1) / 2;
  const position =
    direction === 'right'
      ? { x: goal.x - CARD_WIDTH - ENTRY_GAP, y: goal.y + across * (size.height + 16) }
      : { x: goal.x + across * (size.width + 24), y: goal.y - size.height - ENTRY_GAP };
  return {
    id: entry.id,
    type: 'entry',
    position,
    draggable: false,
    selectable: false,
    ...fixed(size),
    handles: handlesOf(ENTRY_EXITS, size, direction, false),
    ariaLabel: `Starts with: ${entry.label}`,
    data: { entry, direction },
  };
}

function handlesOf(
  exits: readonly StepExit[],
  size: Size,
  direction: Direction,
  hasEntrance: boolean,
): NodeHandle[] {
  const box = { width: HANDLE, height: HANDLE };
  const [enter, leave] =
    direction === 'right' ? [Position.Left, Position.Right] : [Position.Top, Position.Bottom];
  const corner = ({ x, y }: Place) => ({ x: x - HANDLE / 2, y: y - HANDLE / 2 });
  const out = exits.map((exit, at): NodeHandle => ({
    id: exit.name,
    type: 'source',
    position: leave,
    ...corner(exitPlace(at, exits.length, size, direction)),
    ...box,
  }));
  if (!hasEntrance) return out;
  return [
    { id: ENTRANCE, type: 'target', position: enter, ...corner(entrance(size, direction)), ...box },
    ...out,
  ];
}

/** Given as measured too: xyflow then shows a card at once instead of hiding it until it was measured. */
function fixed(size: Size) {
  return { ...size, measured: size };
}

function isSame(old: CanvasNode, next: CanvasNode): boolean {
  return (
    old.type === next.type &&
    old.selected === next.selected &&
    old.position.x === next.position.x &&
    old.position.y === next.position.y &&
    old.width === next.width &&
    old.height === next.height &&
    hasSameValues(old.data, next.data)
  );
}

function hasSameValues(old: object, next: object): boolean {
  const before = new Map(Object.entries(old));
  return Object.entries(next).every(([key, value]) => {
    const was: unknown = before.get(key);
    return was === value || (key === 'exits' && JSON.stringify(was) === JSON.stringify(value));
  });
}
