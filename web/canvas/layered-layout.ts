// The door to dagre: its types do not resolve in ES modules, so the little we use of it is said here.
import * as dagre from '@dagrejs/dagre';
import type { Place } from './canvas-model.ts';
import type { Size } from './card-geometry.ts';

interface LayoutGraph {
  setGraph: (options: { rankdir: 'LR' | 'TB'; nodesep: number; ranksep: number }) => unknown;
  setDefaultEdgeLabel: (label: () => object) => unknown;
  setNode: (id: string, size: Size) => unknown;
  setEdge: (from: string, to: string) => unknown;
  node: (id: string) => Place;
}

/** Of two followers in one rank, the one that comes first. */
export interface Before {
  left: string;
  right: string;
}

interface Dagre {
  Graph: new () => LayoutGraph;
  layout: (graph: LayoutGraph, options: { constraints: readonly Before[] }) => void;
}

const { Graph, layout }: Dagre = dagre;

export interface Layers {
  sizes: ReadonlyMap<string, Size>;
  wires: readonly (readonly [from: string, to: string])[];
  before: readonly Before[];
  rankdir: 'LR' | 'TB';
}

/** The corner of every box, in layers along the wires. Where it starts is dagre's affair. */
export function layered({ sizes, wires, before, rankdir }: Layers): { id: string; place: Place }[] {
  const graph = new Graph();
  graph.setDefaultEdgeLabel(() => ({}));
  graph.setGraph({ rankdir, nodesep: 36, ranksep: 64 });
  // Dagre writes into what it is given, so it gets a size of its own.
  for (const [id, size] of sizes) graph.setNode(id, { ...size });
  for (const [from, to] of wires) graph.setEdge(from, to);
  layout(graph, { constraints: before });
  return [...sizes].map(([id, size]) => {
    const middle = graph.node(id);
    return { id, place: { x: middle.x - size.width / 2, y: middle.y - size.height / 2 } };
  });
}
