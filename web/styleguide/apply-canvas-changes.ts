// Applies the canvas's changes to plain steps, so that the style guide's flows can be edited without a server.
import type { CanvasChange, CanvasEntry, CanvasStep } from '../canvas/canvas-model.ts';

export interface SampleFlow {
  steps: readonly CanvasStep[];
  entries: readonly CanvasEntry[];
}

export function applyCanvasChanges(flow: SampleFlow, changes: readonly CanvasChange[]): SampleFlow {
  return changes.reduce(applyOne, flow);
}

function applyOne(flow: SampleFlow, change: CanvasChange): SampleFlow {
  switch (change.is) {
    case 'add-step':
      return { ...flow, steps: [...flow.steps, change.step] };
    case 'remove-step':
      return { ...flow, steps: flow.steps.filter((step) => step.id !== change.id) };
    case 'move-step':
      return withStep(flow, change.id, (step) => ({ ...step, position: change.position }));
    case 'set-step':
      return withStep(flow, change.id, (step) => ({ ...step, label: change.label }));
    case 'connect':
      return withStep(flow, change.from, (step) => ({
        ...step,
        exits: { ...step.exits, [change.exit]: change.to },
      }));
    case 'disconnect':
      return withStep(flow, change.from, (step) => ({
        ...step,
        exits: { ...step.exits, [change.exit]: null },
      }));
    case 'set-entry':
      return {
        ...flow,
        entries: flow.entries.map((entry) =>
          entry.id === change.entry ? { ...entry, to: change.to } : entry,
        ),
      };
  }
}

function withStep(flow: SampleFlow, id: string, edit: (step: CanvasStep) => CanvasStep): SampleFlow {
  return { ...flow, steps: flow.steps.map((step) => (step.id === id ? edit(step) : step)) };
}
