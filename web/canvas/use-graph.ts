// Keeps what xyflow draws in step with the given steps, and the cards that are being dragged ahead of them.
import { useMemo, useState } from 'react';
import { placesOf } from './arrange.ts';
import type {
  CanvasEntry,
  CanvasProblem,
  CanvasStep,
  PaletteEntry,
  Place,
  RunOverlay,
} from './canvas-model.ts';
import type { Direction } from './card-geometry.ts';
import { toNodes, toWires, UNMARKED } from './to-graph.ts';
import type { CanvasNode, FlowShape } from './to-graph.ts';

export interface GraphSource {
  steps: readonly CanvasStep[];
  entries: readonly CanvasEntry[];
  palette: readonly PaletteEntry[];
  direction: Direction;
  selected: readonly string[];
  problems: readonly CanvasProblem[];
  overlay: RunOverlay | undefined;
}

const NOT_DRAGGED: ReadonlyMap<string, Place> = new Map();
const NOT_DRAWN: ReadonlyMap<string, CanvasNode> = new Map();

export function useGraph(source: GraphSource) {
  const shape = useShape(source);
  const settled = useNodes(shape, source);
  const [dragged, setDragged] = useState(NOT_DRAGGED);
  const nodes = useMemo(
    () => (dragged.size === 0 ? settled : settled.map((node) => moved(node, dragged.get(node.id)))),
    [settled, dragged],
  );
  const wires = useWires(shape, source.overlay);
  const drag = (to: ReadonlyMap<string, Place>) => setDragged(new Map([...dragged, ...to]));
  const drop = () => setDragged(NOT_DRAGGED);
  return { kinds: shape.kinds, places: shape.places, nodes, drag, drop, ...wires };
}

export type CanvasGraph = ReturnType<typeof useGraph>;

function useShape({ steps, entries, palette, direction }: GraphSource): FlowShape {
  const kinds = useMemo(() => new Map(palette.map((kind) => [kind.type, kind])), [palette]);
  const places = useMemo(() => placesOf(steps, kinds, direction), [steps, kinds, direction]);
  return useMemo(
    () => ({ steps, entries, kinds, direction, places }),
    [steps, entries, kinds, direction, places],
  );
}

function useNodes(shape: FlowShape, { selected, problems, overlay }: GraphSource): CanvasNode[] {
  const [drawn] = useState(() => new Map<string, CanvasNode>());
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const { step } of problems) counts.set(step, (counts.get(step) ?? 0) + 1);
    const broken = new Set(problems.filter(({ level }) => level !== 'warning').map(({ step }) => step));
    const marks = { selected: new Set(selected), problems: counts, broken, overlay };
    const made = toNodes(shape, marks, drawn);
    drawn.clear();
    for (const node of made) drawn.set(node.id, node);
    return made;
  }, [shape, selected, problems, overlay, drawn]);
}

/** The ways of wires depend on where cards stand, not on what is chosen: a click must not reckon 500 of them anew. */
function useWires(shape: FlowShape, overlay: RunOverlay | undefined) {
  const [wire, chooseWire] = useState<string>();
  const laid = useMemo(() => toWires(shape, overlay, toNodes(shape, UNMARKED, NOT_DRAWN)), [shape, overlay]);
  const wires = useMemo(
    () => laid.map((one) => (one.id === wire ? { ...one, selected: true } : one)),
    [laid, wire],
  );
  return { wires, wire, chooseWire };
}

function moved(node: CanvasNode, position: Place | undefined): CanvasNode {
  return position === undefined ? node : { ...node, position };
}
