// What a gesture means as changes: adding, inserting, removing, copying steps. Pure, so that it can be tested.
import type { CanvasChange, CanvasEntry, CanvasStep, PaletteEntry, Place } from './canvas-model.ts';
import { ENTRY_EXIT } from './canvas-model.ts';

/** Where a new step hangs: behind an exit; and, on an existing wire, before what that led to. */
export interface Hook {
  from: string;
  exit: string;
  before?: string;
}

export function connect(hook: Hook, to: string, entries: readonly CanvasEntry[]): CanvasChange {
  return entries.some((entry) => entry.id === hook.from)
    ? { is: 'set-entry', entry: hook.from, to }
    : { is: 'connect', from: hook.from, exit: hook.exit, to };
}

export function disconnect(from: string, exit: string, entries: readonly CanvasEntry[]): CanvasChange {
  return entries.some((entry) => entry.id === from)
    ? { is: 'set-entry', entry: from, to: null }
    : { is: 'disconnect', from, exit };
}

export function addStep(
  id: string,
  kind: PaletteEntry,
  position: Place,
  hook: Hook | undefined,
  entries: readonly CanvasEntry[],
): CanvasChange[] {
  const names = kind.exits(kind.settings).map((exit) => exit.name);
  const step = { id, type: kind.type, settings: kind.settings, exits: openExits(names), position };
  const changes: CanvasChange[] = [{ is: 'add-step', step }];
  if (hook === undefined || kind.look === 'note') return changes;
  changes.push(connect(hook, id, entries));
  const onward = names[0];
  if (hook.before !== undefined && onward !== undefined)
    changes.push({ is: 'connect', from: id, exit: onward, to: hook.before });
  return changes;
}

/**
 * Wires into a removed step are cut first, so that no change ever leaves an arrow to nothing.
 * A single step that only passed the flow on is bridged: what led to it then leads to what followed.
 */
export function removeSteps(
  ids: readonly string[],
  steps: readonly CanvasStep[],
  entries: readonly CanvasEntry[],
): CanvasChange[] {
  const gone = new Set(ids);
  const bridge = ids.length === 1 ? passesOnTo(steps.find((step) => step.id === ids[0])) : undefined;
  const mend = (from: string, exit: string): CanvasChange =>
    bridge === undefined || bridge === from
      ? disconnect(from, exit, entries)
      : connect({ from, exit }, bridge, entries);
  const wires = steps
    .filter((step) => !gone.has(step.id))
    .flatMap((step) =>
      Object.entries(step.exits).flatMap(([exit, to]) =>
        to !== null && gone.has(to) ? mend(step.id, exit) : [],
      ),
    );
  const starts = entries.flatMap((entry) =>
    entry.to !== null && gone.has(entry.to) ? mend(entry.id, ENTRY_EXIT) : [],
  );
  const present = steps.filter((step) => gone.has(step.id));
  return [...wires, ...starts, ...present.map((step): CanvasChange => ({ is: 'remove-step', id: step.id }))];
}

/** Adds the given steps as new ones, shifted; wires among them are kept, wires to others are left open. */
export function addCopies(
  originals: readonly CanvasStep[],
  taken: Iterable<string>,
  shift: Place,
): { ids: string[]; changes: CanvasChange[] } {
  const names = new Set(taken);
  const renamed = new Map<string, string>();
  for (const step of originals) {
    const id = freshId(step.type, names);
    names.add(id);
    renamed.set(step.id, id);
  }
  const added = originals.map((step): CanvasChange => {
    const { x, y } = step.position ?? { x: 0, y: 0 };
    const exits = openExits(Object.keys(step.exits));
    return {
      is: 'add-step',
      step: {
        ...step,
        id: renamed.get(step.id) ?? step.id,
        exits,
        position: { x: x + shift.x, y: y + shift.y },
      },
    };
  });
  const wires = originals.flatMap((step) =>
    Object.entries(step.exits).flatMap(([exit, to]): CanvasChange[] => {
      const from = renamed.get(step.id);
      const target = to === null ? undefined : renamed.get(to);
      return from === undefined || target === undefined ? [] : [{ is: 'connect', from, exit, to: target }];
    }),
  );
  return { ids: [...renamed.values()], changes: [...added, ...wires] };
}

/** "send-message", then "send-message-2": ids are read by people in the flow's text form. */
export function freshId(type: string, taken: ReadonlySet<string>): string {
  if (!taken.has(type)) return type;
  for (let number = 2; ; number += 1) {
    const id = `${type}-${number}`;
    if (!taken.has(id)) return id;
  }
}

function passesOnTo(step: CanvasStep | undefined): string | undefined {
  const targets = Object.values(step?.exits ?? {});
  const only = targets.length === 1 ? targets[0] : undefined;
  return only === null || only === step?.id ? undefined : only;
}

function openExits(names: readonly string[]): Record<string, null> {
  return Object.fromEntries(names.map((name) => [name, null]));
}
