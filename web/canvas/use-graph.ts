// Keeps what xyflow draws in step with the given steps, and the cards that are being dragged ahead of them.
import { useMemo, useState } from 'react';
import { placesOf } from './arrange.ts';
import type { CanvasEntry, CanvasProblem, CanvasStep, PaletteEntry, Place, RunOverlay } from './canvas-model.ts';
import type { Direction } from './card-geometry.ts';
import { toNodes, toWires } from './to-graph.ts';
import type { CanvasNode, GraphInput } from './to-graph.ts';

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

export function useGraph({ steps, entries, palette, direction, selected, problems, overlay }: GraphSource) {
  const kinds = useMemo(() => new Map(palette.map((kind) => [kind.type, kind])), [palette]);
  const places = useMemo(() => placesOf(steps, kinds, direction), [steps, kinds, direction]);
  const [dragged, setDragged] = useState(NOT_DRAGGED);
  const [wire, chooseWire] = useState<string>();
  const [drawn] = useState(() => new Map<string, CanvasNode>());

  const input: GraphInput = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { step } of problems) counts.set(step, (counts.get(step) ?? 0) + 1);
    return { steps, entries, kinds, direction, places, selected: new Set(selected), problems: counts, overlay };
  }, [steps, entries, kinds, direction, places, selected, problems, overlay]);

  const settled = useMemo(() => {
    const made = toNodes(input, drawn);
    drawn.clear();
    for (const node of made) drawn.set(node.id, node);
    return made;
  }, [input, drawn]);
  const nodes = useMemo(() => (dragged.size === 0 ? settled : settled.map((node) => moved(node, dragged.get(node.id)))), [settled, dragged]);

  const laid = useMemo(() => toWires(input, settled), [input, settled]);
  const wires = useMemo(() => (wire === undefined ? laid : laid.map((one) => (one.id === wire ? { ...one, selected: true } : one))), [laid, wire]);

  const drag = (to: ReadonlyMap<string, Place>) => setDragged(new Map([...dragged, ...to]));
  const drop = () => setDragged(NOT_DRAGGED);
  return { kinds, places, nodes, wires, wire, chooseWire, drag, drop };
}

export type CanvasGraph = ReturnType<typeof useGraph>;

function moved(node: CanvasNode, position: Place | undefined): CanvasNode {
  return position === undefined ? node : { ...node, position };
}
