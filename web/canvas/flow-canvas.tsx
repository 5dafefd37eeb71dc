// The flow canvas: draws steps as cards and wires, and says every edit as a list of small changes.
import {
  Background,
  BackgroundVariant,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  useStore,
} from '@xyflow/react';
import type { ReactFlowInstance, ReactFlowProps } from '@xyflow/react';
import { useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import '@xyflow/react/dist/base.css';
import { CanvasActsProvider } from './canvas-acts.ts';
import { CanvasBar } from './canvas-bar.tsx';
import type {
  CanvasChange,
  CanvasEntry,
  CanvasProblem,
  CanvasStep,
  PaletteEntry,
  RunOverlay,
} from './canvas-model.ts';
import type { Direction } from './card-geometry.ts';
import { EntryCard } from './entry-card.tsx';
import { NoteCard } from './note-card.tsx';
import { SelectionPanel } from './selection-panel.tsx';
import { StepCard } from './step-card.tsx';
import { StepPalette } from './step-palette.tsx';
import { StepSearch } from './step-search.tsx';
import type { CanvasNode, Wire } from './to-graph.ts';
import type { EditorSource } from './canvas-desk.ts';
import { useCanvasEditor } from './use-canvas-editor.ts';
import type { CanvasEditor } from './use-canvas-editor.ts';
import { useGestures } from './use-gestures.ts';
import { useGraph } from './use-graph.ts';
import type { CanvasGraph } from './use-graph.ts';
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

/** What never changes between two drawings. */
const STILL = {
  nodeTypes: { step: StepCard, entry: EntryCard, note: NoteCard },
  edgeTypes: { wire: WireLine },
  connectOnClick: false,
  connectionRadius: 32,
  deleteKeyCode: null,
  multiSelectionKeyCode: ['Meta', 'Control', 'Shift'],
  panOnScroll: true,
  zoomOnDoubleClick: false,
  snapToGrid: true,
  snapGrid: [8, 8],
  minZoom: 0.08,
  maxZoom: 2,
  attributionPosition: 'bottom-left',
} satisfies ReactFlowProps<CanvasNode, Wire>;
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
  const { entries = NO_ENTRIES, problems = NO_PROBLEMS, readOnly = false, direction = 'right' } = props;
  const root = useRef<HTMLDivElement>(null);
  const source = { ...props, entries, problems, readOnly, direction, overlay: props.overlay };
  const graph = useGraph(source);
  const editor = useCanvasEditor(source, graph, root);
  useKeyboard(root, source, editor);
  const isFar = useStore((store) => store.transform[2] < FAR);
  const { offered, search } = editor;
  return (
    <div
      className="flow-canvas"
      ref={root}
      tabIndex={-1}
      data-far={isFar || undefined}
      data-read-only={readOnly || undefined}
    >
      <CanvasActsProvider value={editor.acts}>
        <Drawing root={root} source={source} graph={graph} editor={editor} />
      </CanvasActsProvider>
      <CanvasBar tools={editor.tools} />
      {offered === undefined ? null : (
        <StepPalette palette={source.palette} kinds={graph.kinds} {...offered} />
      )}
      {search === undefined ? null : <StepSearch steps={source.steps} kinds={graph.kinds} {...search} />}
      <SelectionPanel source={source} graph={graph} editor={editor} panel={props.panel} />
    </div>
  );
}

interface DrawingProps {
  root: RefObject<HTMLDivElement | null>;
  source: EditorSource;
  graph: CanvasGraph;
  editor: CanvasEditor;
}

function Drawing({ root, source, graph, editor }: DrawingProps) {
  const gestures = useGestures(source, graph, editor);
  const showFirst = (flow: ReactFlowInstance<CanvasNode, Wire>) => {
    const { width, height } = root.current?.getBoundingClientRect() ?? new DOMRect();
    const [first] = graph.nodes;
    if (first === undefined) return;
    void flow.setViewport(firstView(flow.getNodesBounds(graph.nodes), first.position, { width, height }));
    editor.showChosen();
  };
  const count = source.steps.length;
  return (
    <ReactFlow
      {...STILL}
      {...gestures}
      nodes={graph.nodes}
      edges={graph.wires}
      nodesDraggable={!source.readOnly}
      nodesConnectable={!source.readOnly}
      edgesReconnectable={!source.readOnly}
      onlyRenderVisibleElements={count > ALL_DRAWN_STEPS}
      onInit={showFirst}
    >
      <Background variant={BackgroundVariant.Dots} gap={24} size={1.4} />
      {count < MAPPED_STEPS ? null : (
        <MiniMap
          pannable
          zoomable
          position="bottom-left"
          ariaLabel="Map of the flow"
          nodeColor={miniMapColor}
          nodeBorderRadius={24}
        />
      )}
    </ReactFlow>
  );
}

function miniMapColor(node: CanvasNode): string {
  if (node.type === 'note') return 'var(--warn-soft)';
  if (node.type === 'entry') return 'var(--tone-entry)';
  return `var(--tone-${node.data.kind?.tone ?? 'data'})`;
}
