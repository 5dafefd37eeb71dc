// The flow canvas: draws steps as cards and wires, and says every edit as a list of small changes.
import { Background, BackgroundVariant, MiniMap, ReactFlow, ReactFlowProvider, useStore } from '@xyflow/react';
import type { ReactFlowInstance } from '@xyflow/react';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import '@xyflow/react/dist/base.css';
import { CanvasActsProvider } from './canvas-acts.ts';
import { CanvasBar } from './canvas-bar.tsx';
import type { CanvasChange, CanvasEntry, CanvasProblem, CanvasStep, PaletteEntry, RunOverlay } from './canvas-model.ts';
import type { Direction } from './card-geometry.ts';
import { EntryCard } from './entry-card.tsx';
import { NoteCard } from './note-card.tsx';
import { SelectionPanel } from './selection-panel.tsx';
import { StepCard } from './step-card.tsx';
import { StepPalette } from './step-palette.tsx';
import { StepSearch } from './step-search.tsx';
import type { CanvasNode, Wire } from './to-graph.ts';
import { useCanvasEditor } from './use-canvas-editor.ts';
import { useGestures } from './use-gestures.ts';
import { useGraph } from './use-graph.ts';
import { useKeyboard } from './use-keyboard.ts';
import { firstView } from './view.ts';
import { WireLine } from './wire-line.tsx';
import './flow-canvas.css';

export interface FlowCanvasProps {
  steps: readonly CanvasStep[];
  entries?: readonly CanvasEntry[];
  palette: readonly PaletteEntry[];
  selected: readonly string[];
  onSelect: (ids: readonly string[]) => void;
  /** Called with changes that belong together: one call is one step of undo. */
  onChange: (changes: readonly CanvasChange[]) => void;
  onUndo?: (() => void) | undefined;
  onRedo?: (() => void) | undefined;
  problems?: readonly CanvasProblem[];
  overlay?: RunOverlay | undefined;
  readOnly?: boolean;
  direction?: Direction;
  /** The form for a step's settings, shown in the panel when it alone is chosen. */
  panel?: (step: CanvasStep) => ReactNode;
}

const NODE_TYPES = { step: StepCard, entry: EntryCard, note: NoteCard };
const EDGE_TYPES = { wire: WireLine };
const NO_ENTRIES: readonly CanvasEntry[] = [];
const NO_PROBLEMS: readonly CanvasProblem[] = [];
/** A flow of fewer steps can be seen without a map. */
const MAPPED_STEPS = 14;
/**
 * Up to here every card is in the page, so that Tab reaches all. Beyond, only those in sight: measured with 500 steps and
 * no graphics card, the slowest 5 % of frames while panning go from 33-117 ms to 17 ms.
 */
const ALL_DRAWN_STEPS = 120;
/** Below this zoom a summary cannot be read any more. */
const FAR = 0.55;

export function FlowCanvas(props: FlowCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas(props: FlowCanvasProps) {
  const { entries = NO_ENTRIES, problems = NO_PROBLEMS, readOnly = false, direction = 'right', overlay, panel, ...given } = props;
  const root = useRef<HTMLDivElement>(null);
  const source = { ...given, entries, problems, readOnly, direction, overlay };
  const graph = useGraph(source);
  const editor = useCanvasEditor(source, graph, root);
  const gestures = useGestures(source, graph, editor);
  useKeyboard(root, source, editor);
  const isFar = useStore((store) => store.transform[2] < FAR);
  const { offered } = editor;
  const showFirst = (flow: ReactFlowInstance<CanvasNode, Wire>) => {
    const { width, height } = root.current?.getBoundingClientRect() ?? new DOMRect();
    const [first] = graph.nodes;
    if (first !== undefined) void flow.setViewport(firstView(flow.getNodesBounds(graph.nodes), first.position, { width, height }));
    editor.showChosen();
  };
  return (
    <div className="flow-canvas" ref={root} tabIndex={-1} data-far={isFar || undefined} data-read-only={readOnly || undefined}>
      <CanvasActsProvider value={editor.acts}>
        <ReactFlow
          nodes={graph.nodes}
          edges={graph.wires}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          {...gestures}
          nodesDraggable={!readOnly}
          nodesConnectable={!readOnly}
          edgesReconnectable={!readOnly}
          connectOnClick={false}
          connectionRadius={32}
          deleteKeyCode={null}
          multiSelectionKeyCode={['Meta', 'Control', 'Shift']}
          panOnScroll
          onlyRenderVisibleElements={given.steps.length > ALL_DRAWN_STEPS}
          zoomOnDoubleClick={false}
          snapToGrid
          snapGrid={[8, 8]}
          minZoom={0.08}
          maxZoom={2}
          onInit={showFirst}
          attributionPosition="bottom-left"
        >
          <Background variant={BackgroundVariant.Dots} gap={24} size={1.4} />
          {given.steps.length < MAPPED_STEPS ? null : (
            <MiniMap pannable zoomable position="bottom-left" ariaLabel="Map of the flow" nodeColor={miniMapColor} nodeBorderRadius={24} />
          )}
        </ReactFlow>
      </CanvasActsProvider>
      <CanvasBar tools={editor.tools} />
      {offered === undefined ? null : <StepPalette palette={given.palette} kinds={graph.kinds} {...offered} />}
      {editor.searching ? <StepSearch steps={given.steps} kinds={graph.kinds} {...editor.search} /> : null}
      <SelectionPanel source={source} graph={graph} editor={editor} panel={panel} />
    </div>
  );
}

function miniMapColor(node: CanvasNode): string {
  if (node.type === 'note') return 'var(--warn-soft)';
  if (node.type === 'entry') return 'var(--tone-entry)';
  return `var(--tone-${node.data.kind?.tone ?? 'data'})`;
}
