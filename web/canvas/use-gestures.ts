// What pointer and arrow keys do to cards and wires, translated from xyflow's events.
import { useReactFlow } from '@xyflow/react';
import type { Connection, EdgeChange, FinalConnectionState, NodeChange } from '@xyflow/react';
import { connect, disconnect } from './canvas-edits.ts';
import type { CanvasChange, Place } from './canvas-model.ts';
import { HEAD_HEIGHT } from './card-geometry.ts';
import type { CanvasNode, Wire } from './to-graph.ts';
import type { EditorSource } from './canvas-desk.ts';
import type { CanvasEditor } from './use-canvas-editor.ts';
import type { CanvasGraph } from './use-graph.ts';

export function useGestures(source: EditorSource, graph: CanvasGraph, editor: CanvasEditor) {
  const flow = useReactFlow();
  const { entries, onChange, readOnly } = source;

  const link = (from: string, exit: string, to: string) => {
    if (from !== to && !readOnly) onChange([connect({ from, exit }, to, entries)]);
  };

  return {
    onNodesChange: (changes: NodeChange<CanvasNode>[]) => takeNodeChanges(changes, source, graph),
    onEdgesChange: (changes: EdgeChange<Wire>[]) => {
      const chosen = changes.find((change) => change.type === 'select' && change.selected);
      const isLetGo = changes.some(
        (change) => change.type === 'select' && !change.selected && change.id === graph.wire,
      );
      if (chosen?.type === 'select') graph.chooseWire(chosen.id);
      else if (isLetGo) graph.chooseWire(undefined);
    },
    onConnect: ({ source: from, sourceHandle, target }: Connection) => link(from, sourceHandle ?? '', target),
    onConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      const { fromNode, fromHandle, isValid } = state;
      if (isValid || readOnly || fromNode === null || fromHandle?.type !== 'source') return;
      const hook = { from: fromNode.id, exit: fromHandle.id ?? '' };
      const point = pointOf(event);
      const card = cardAt(point);
      if (card === undefined) {
        const at = flow.screenToFlowPosition(point, { snapToGrid: false });
        editor.open(hook, point, { x: at.x, y: at.y - HEAD_HEIGHT / 2 });
      } else if (source.steps.some((step) => step.id === card)) link(hook.from, hook.exit, card);
    },
    onReconnect: (wire: Wire, { source: from, sourceHandle, target }: Connection) => {
      const exit = wire.data?.exit ?? '';
      const isMoved = from !== wire.source || sourceHandle !== exit;
      const cut: CanvasChange[] = isMoved ? [disconnect(wire.source, exit, entries)] : [];
      onChange([...cut, connect({ from, exit: sourceHandle ?? '' }, target, entries)]);
    },
    onPaneClick: () => editor.tools.leave(),
  };
}

/** A drag is kept here until it ends, then said once for all cards that moved; arrow keys end at once. */
function takeNodeChanges(
  changes: readonly NodeChange<CanvasNode>[],
  source: EditorSource,
  graph: CanvasGraph,
): void {
  const moving = new Map<string, Place>();
  const settled: CanvasChange[] = [];
  const selected = new Set(source.selected);
  let hasDropped = false;
  for (const change of changes) {
    if (change.type === 'select') {
      if (change.selected) selected.add(change.id);
      else selected.delete(change.id);
    } else if (change.type === 'position' && change.position !== undefined) {
      if (change.dragging === true) moving.set(change.id, change.position);
      else {
        hasDropped = true;
        if (isElsewhere(change.position, graph.places.get(change.id)))
          settled.push({ is: 'move-step', id: change.id, position: change.position });
      }
    }
  }
  if (moving.size > 0) graph.drag(moving);
  if (hasDropped) graph.drop();
  if (settled.length > 0 && !source.readOnly) source.onChange(settled);
  if (changes.some((change) => change.type === 'select')) source.onSelect([...selected]);
}

function isElsewhere(place: Place, known: Place | undefined): boolean {
  return known === undefined || known.x !== place.x || known.y !== place.y;
}

function pointOf(event: MouseEvent | TouchEvent): Place {
  const touch = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}

/** A wire may be dropped anywhere on a card, not only on its small entrance. */
function cardAt({ x, y }: Place): string | undefined {
  const card = document.elementFromPoint(x, y)?.closest('.react-flow__node');
  return card?.getAttribute('data-id') ?? undefined;
}
