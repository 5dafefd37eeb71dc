// What the commands do, on the present desk.
import { moveMs } from '../design/motion.ts';
import { arrange } from './arrange.ts';
import type { CanvasTools } from './canvas-commands.tsx';
import { chosenSteps, idsOf } from './canvas-desk.ts';
import type { Desk, EditorSource } from './canvas-desk.ts';
import { addCopies, disconnect, removeSteps } from './canvas-edits.ts';
import type { Hook } from './canvas-edits.ts';
import type { Place } from './canvas-model.ts';
import { ENTRY_EXIT } from './canvas-model.ts';
import { palettePoint, showAll } from './canvas-sight.ts';

interface Around {
  open: (hook: Hook | undefined, at: Place) => void;
  leave: () => void;
  find: () => void;
}

export function toolsOf(desk: Desk, { open, leave, find }: Around): CanvasTools {
  const { source, graph, flow } = desk;
  const { readOnly, onUndo, onRedo, onSelect, steps, selected } = source;
  return {
    readOnly,
    hasSelection: selected.length > 0 || graph.wire !== undefined,
    undo: readOnly ? undefined : onUndo,
    redo: readOnly ? undefined : onRedo,
    offer: () => open(hookBehind(source), palettePoint(desk)),
    remove: () => removeChosen(desk),
    duplicate: () => duplicateChosen(desk),
    selectAll: () => onSelect(idsOf(steps)),
    arrange: () => arrangeAll(desk),
    search: find,
    fit: () => showAll(desk),
    zoomIn: () => void flow.zoomIn({ duration: moveMs() }),
    zoomOut: () => void flow.zoomOut({ duration: moveMs() }),
    leave: () => {
      leave();
      graph.chooseWire(undefined);
      onSelect([]);
    },
  };
}

/** The chosen steps, or the chosen wire where no step is. */
function removeChosen({ source, graph }: Desk): void {
  const { steps, entries, onChange, onSelect } = source;
  const chosen = chosenSteps(source);
  const wire = graph.wires.find((one) => one.id === graph.wire);
  if (chosen.length > 0) onChange(removeSteps(idsOf(chosen), steps, entries));
  else if (wire !== undefined) onChange([disconnect(wire.source, wire.data?.exit ?? '', entries)]);
  onSelect([]);
}

function duplicateChosen({ source, graph }: Desk): void {
  const originals = chosenSteps(source).map((step) => {
    const position = graph.places.get(step.id);
    return position === undefined ? step : { ...step, position };
  });
  const { ids, changes } = addCopies(originals, idsOf(source.steps), { x: 32, y: 32 });
  source.onChange(changes);
  source.onSelect(ids);
}

function arrangeAll(desk: Desk): void {
  const { source, graph } = desk;
  const places = arrange(source.steps, graph.kinds, source.direction);
  source.onChange([...places].map(([id, position]) => ({ is: 'move-step', id, position })));
  // The new places are drawn in the next frame; only then is there something to fit.
  requestAnimationFrame(() => showAll(desk));
}

/** With "/" a step goes behind the chosen one's first open exit, or behind an entry that leads nowhere yet. */
function hookBehind(source: EditorSource): Hook | undefined {
  const [step, ...more] = chosenSteps(source);
  if (step !== undefined && more.length === 0) {
    const open = Object.entries(step.exits).find(([, to]) => to === null);
    return open === undefined ? undefined : { from: step.id, exit: open[0] };
  }
  const entry = source.entries.find((one) => one.to === null);
  return entry === undefined ? undefined : { from: entry.id, exit: ENTRY_EXIT };
}
