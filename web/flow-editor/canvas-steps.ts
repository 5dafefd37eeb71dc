// Between the flow as it is stored and the flow as the canvas draws it: steps one way, edits and problems the other.
import type { FlowChange } from '@bellwire/model/changes/flow-change.ts';
import type { FlowGraph, FlowStep } from '@bellwire/model/flow.ts';
import { jsonObject } from '@bellwire/model/json.ts';
import type { CanvasChange, CanvasProblem, CanvasStep } from '../canvas/canvas-model.ts';
import type { Problem } from '../ui/problem-note.tsx';
import type { Told } from '../server-state/problem-words.ts';

/** A step that has not changed is drawn as the very same one, which the canvas then leaves as it is. */
const drawn = new WeakMap<FlowStep, CanvasStep>();

export function toCanvasSteps({ steps }: FlowGraph): CanvasStep[] {
  return steps.map((step) => {
    const known = drawn.get(step) ?? toCanvasStep(step);
    drawn.set(step, known);
    return known;
  });
}

function toCanvasStep({ at, ...step }: FlowStep): CanvasStep {
  const { label, ...others } = step;
  return {
    ...others,
    ...(label === undefined ? {} : { label }),
    ...(at === undefined ? {} : { position: at }),
  };
}

export function toFlowChanges(changes: readonly CanvasChange[]): FlowChange[] {
  return changes.map(toFlowChange);
}

function toFlowChange(change: CanvasChange): FlowChange {
  switch (change.is) {
    case 'add-step':
      return { is: 'add-step', step: toFlowStep(change.step) };
    case 'move-step':
      return { is: 'move-step', id: change.id, at: change.position };
    case 'set-step':
      return { is: 'set-step', id: change.id, label: change.label === '' ? null : change.label };
    case 'set-entry':
      // All that sets a flow going leads to its one start.
      return { is: 'set-start', id: change.to };
    case 'remove-step':
    case 'connect':
    case 'disconnect':
      return change;
  }
}

function toFlowStep({ id, type, label, settings, exits, position }: CanvasStep): FlowStep {
  const led = Object.entries(exits).filter((exit): exit is [string, string] => exit[1] !== null);
  return {
    id,
    type,
    settings: jsonObject(settings),
    exits: Object.fromEntries(led),
    ...(label === undefined ? {} : { label }),
    ...(position === undefined ? {} : { at: position }),
  };
}

/** Those of settings are shown beside their field: the card is marked, and the panel does not say them twice. */
export function toCanvasProblems({ steps }: FlowGraph, complaints: readonly Told[]): CanvasProblem[] {
  return complaints.flatMap(({ path: [part, index, inside, setting], says, level }) => {
    const step = part === 'steps' && typeof index === 'number' ? steps[index] : undefined;
    if (step === undefined) return [];
    const beside = inside === 'settings' && setting !== undefined;
    return [{ step: step.id, says, ...(beside && { beside }), ...(level === 'warning' && { level }) }];
  });
}

/** What is wrong with the flow as a whole, such as a missing start. */
export function wholeFlowProblems(complaints: readonly Told[]): Problem[] {
  return complaints
    .filter(({ path }) => path[0] !== 'steps' || path.length === 1)
    .map(({ says, level }) => ({ says, ...(level === 'warning' && { level }) }));
}
