// What can be done on the canvas, in terms of the steps: adding, cutting, finding, laying out.
import { useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RefObject } from 'react';
import { moveMs } from '../design/motion.ts';
import { arrange } from './arrange.ts';
import type { CanvasActs } from './canvas-acts.ts';
import { addCopies, addStep, connect, disconnect, freshId, removeSteps } from './canvas-edits.ts';
import type { Hook } from './canvas-edits.ts';
import type { CanvasChange, CanvasStep, PaletteEntry, Place } from './canvas-model.ts';
import { CARD_WIDTH, cardSize, HEAD_HEIGHT } from './card-geometry.ts';
import type { CanvasTools } from './canvas-commands.tsx';
import { freePlace } from './free-place.ts';
import { panToSee } from './view.ts';
import { useLatest } from './use-latest.ts';
import type { CanvasGraph, GraphSource } from './use-graph.ts';

export interface EditorSource extends GraphSource {
  readOnly: boolean;
  onSelect: (ids: readonly string[]) => void;
  onChange: (changes: readonly CanvasChange[]) => void;
  onUndo?: (() => void) | undefined;
  onRedo?: (() => void) | undefined;
}

/** The palette is open: for what hangs here, at this point of the window; `position` where a wire was dropped. */
interface Offer {
  hook: Hook | undefined;
  at: Place;
  position: Place | undefined;
}

const COLUMN = CARD_WIDTH + 64;
const PALETTE = { width: 320, height: 400 };
/** What the panel and the bar cover; also in flow-canvas.css. */
const PANEL_WIDTH = 376;
const BAR_HEIGHT = 64;
const NO_GOALS: readonly CanvasStep[] = [];

export function useCanvasEditor(source: EditorSource, graph: CanvasGraph, root: RefObject<HTMLDivElement | null>) {
  const flow = useReactFlow();
  const [offer, setOffer] = useState<Offer>();
  const [searching, setSearching] = useState(false);
  const now = useLatest({ source, graph, flow, root });

  const only = source.selected.length === 1 ? source.selected[0] : undefined;
  const showChosen = useCallback(() => {
    const place = only === undefined ? undefined : now.current.graph.places.get(only);
    if (place !== undefined) reveal(now.current, place);
  }, [only, now]);
  useEffect(showChosen, [showChosen]);

  const open = useCallback((hook: Hook | undefined, at: Place, position?: Place) => setOffer({ hook, at, position }), []);
  const leave = useCallback(() => {
    setOffer(undefined);
    setSearching(false);
    now.current.root.current?.focus({ preventScroll: true });
  }, [now]);

  const acts: CanvasActs = useMemo(
    () => ({
      readOnly: source.readOnly,
      offer: (hook, at) => open(hook, at),
      cut: (from, exit) => {
        const { source: given } = now.current;
        given.onChange([disconnect(from, exit, given.entries)]);
      },
    }),
    [source.readOnly, open, now],
  );

  const pickKind = useCallback(
    (kind: PaletteEntry) => {
      const { source: given, graph: drawn } = now.current;
      const id = freshId(kind.type, new Set(given.steps.map((step) => step.id)));
      const position = placeFor(kind, offer, given, drawn, middleOf(now.current));
      given.onChange(addStep(id, kind, position, offer?.hook, given.entries));
      given.onSelect([id]);
      leave();
    },
    [offer, leave, now],
  );
  const pickGoal = useCallback(
    (step: CanvasStep) => {
      const { source: given } = now.current;
      if (offer?.hook !== undefined) given.onChange([connect(offer.hook, step.id, given.entries)]);
      leave();
    },
    [offer, leave, now],
  );

  const offered =
    offer === undefined
      ? undefined
      : {
          at: withinCanvas(offer.at, root.current),
          goals: goalsOf(offer.hook, source.steps, graph),
          onKind: pickKind,
          onGoal: pickGoal,
          onLeave: leave,
        };
  const show = (id: string) => {
    const place = graph.places.get(id);
    if (place !== undefined) void flow.setCenter(place.x + CARD_WIDTH / 2, place.y + HEAD_HEIGHT / 2, { zoom: 1, duration: moveMs() });
  };
  const search = {
    onShow: show,
    onPick: (id: string) => {
      source.onSelect([id]);
      leave();
    },
    onLeave: leave,
  };
  const tools = toolsOf(source, graph, flow, { open, leave, find: () => setSearching(true), middle: () => middleOf(now.current) });
  return { acts, open, offered, searching, search, tools, showChosen };
}

export type CanvasEditor = ReturnType<typeof useCanvasEditor>;

interface Around {
  open: (hook: Hook | undefined, at: Place, position?: Place) => void;
  leave: () => void;
  find: () => void;
  middle: () => { window: Place; canvas: Place };
}

function toolsOf(source: EditorSource, graph: CanvasGraph, flow: ReturnType<typeof useReactFlow>, around: Around): CanvasTools {
  const { steps, entries, selected, onChange, onSelect } = source;
  const chosen = steps.filter((step) => selected.includes(step.id));
  const cutWire = graph.wires.find((wire) => wire.id === graph.wire);
  return {
    readOnly: source.readOnly,
    hasSelection: chosen.length > 0 || cutWire !== undefined,
    undo: source.readOnly ? undefined : source.onUndo,
    redo: source.readOnly ? undefined : source.onRedo,
    offer: () => around.open(hookBehind(chosen, source), around.middle().window),
    remove: () => {
      if (chosen.length > 0) onChange(removeSteps(chosen.map((step) => step.id), steps, entries));
      else if (cutWire !== undefined) onChange([disconnect(cutWire.source, cutWire.data?.exit ?? '', entries)]);
      onSelect([]);
    },
    duplicate: () => {
      const placed = chosen.map((step) => ({ ...step, position: graph.places.get(step.id) ?? { x: 0, y: 0 } }));
      const { ids, changes } = addCopies(placed, steps.map((step) => step.id), { x: 32, y: 32 });
      onChange(changes);
      onSelect(ids);
    },
    selectAll: () => onSelect(steps.map((step) => step.id)),
    arrange: () => {
      const places = arrange(steps, graph.kinds, source.direction);
      onChange([...places].map(([id, position]) => ({ is: 'move-step', id, position })));
      // The new places are drawn in the next frame; only then is there something to fit.
      requestAnimationFrame(() => void flow.fitView({ padding: 0.16, maxZoom: 1, duration: moveMs() }));
    },
    search: around.find,
    fit: () => void flow.fitView({ padding: 0.16, maxZoom: 1, duration: moveMs() }),
    zoomIn: () => void flow.zoomIn({ duration: moveMs() }),
    zoomOut: () => void flow.zoomOut({ duration: moveMs() }),
    leave: () => {
      around.leave();
      graph.chooseWire(undefined);
      onSelect([]);
    },
  };
}

/** With "/" a step goes behind the chosen one's first open exit, or behind an entry that leads nowhere yet. */
function hookBehind(chosen: readonly CanvasStep[], { entries }: EditorSource): Hook | undefined {
  const [step] = chosen;
  if (step !== undefined && chosen.length === 1) {
    const open = Object.entries(step.exits).find(([, to]) => to === null);
    return open === undefined ? undefined : { from: step.id, exit: open[0] };
  }
  const entry = entries.find((one) => one.to === null);
  return entry === undefined ? undefined : { from: entry.id, exit: 'start' };
}

function goalsOf(hook: Hook | undefined, steps: readonly CanvasStep[], graph: CanvasGraph): readonly CanvasStep[] {
  if (hook === undefined || hook.before !== undefined) return NO_GOALS;
  return steps.filter((step) => step.id !== hook.from && graph.kinds.get(step.type)?.look !== 'note');
}

function placeFor(kind: PaletteEntry, offer: Offer | undefined, source: EditorSource, graph: CanvasGraph, middle: { canvas: Place }): Place {
  const draft: CanvasStep = { id: '', type: kind.type, settings: kind.settings, exits: {} };
  const size = cardSize(draft, kind, source.direction);
  const boxes = graph.nodes.map((node) => ({ ...node.position, width: node.width ?? 0, height: node.height ?? 0 }));
  const from = graph.nodes.find((node) => node.id === offer?.hook?.from)?.position;
  const beside = from === undefined ? undefined : source.direction === 'right' ? { x: from.x + COLUMN, y: from.y } : { x: from.x, y: from.y + 148 };
  return freePlace(offer?.position ?? beside ?? middle.canvas, size, boxes);
}

interface Now {
  flow: ReturnType<typeof useReactFlow>;
  root: RefObject<HTMLDivElement | null>;
}

function middleOf({ flow, root }: Now): { window: Place; canvas: Place } {
  const box = root.current?.getBoundingClientRect() ?? new DOMRect();
  const window = { x: box.x + box.width / 2 - PALETTE.width / 2, y: box.y + box.height / 4 };
  const centre = flow.screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  return { window, canvas: { x: centre.x - CARD_WIDTH / 2, y: centre.y - HEAD_HEIGHT / 2 } };
}

/** Moves the view only when a chosen card would be outside of it, or under the panel. */
function reveal({ flow, root }: Now, place: Place): void {
  const box = root.current?.getBoundingClientRect();
  if (box === undefined) return;
  const { x, y, zoom } = flow.getViewport();
  const card = { x: place.x * zoom + x, y: place.y * zoom + y, width: CARD_WIDTH * zoom, height: HEAD_HEIGHT * zoom };
  const isPhone = box.width < 640;
  const free = { x: 0, y: 0, width: box.width - (isPhone ? 0 : PANEL_WIDTH), height: isPhone ? box.height * 0.38 : box.height - BAR_HEIGHT };
  const pan = panToSee(card, free);
  if (pan.x !== 0 || pan.y !== 0) void flow.setViewport({ x: x + pan.x, y: y + pan.y, zoom }, { duration: moveMs() });
}

function withinCanvas(at: Place, root: HTMLElement | null): { left: number; top: number } {
  const box = root?.getBoundingClientRect() ?? new DOMRect();
  const fit = (wanted: number, most: number) => Math.max(8, Math.min(wanted, most - 8));
  return { left: fit(at.x - box.left, box.width - PALETTE.width), top: fit(at.y - box.top, box.height - PALETTE.height) };
}
