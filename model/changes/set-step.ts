// Changes a step's settings, label or type.
import type { FlowStep } from '../flow.ts';
import type { FlowChangeKind } from './change-kind.ts';
import type { FlowChange } from './flow-change.ts';
import { findStep, withStep } from './step-in-flow.ts';

export const setStep: FlowChangeKind<'set-step'> = {
  says: ({ id, type, label, settings }) => {
    if (type !== undefined) return `Made the step "${id}" a step of type ${type}`;
    if (settings === undefined && typeof label === 'string') return `Labelled the step "${id}" as "${label}"`;
    return `Changed the step "${id}"`;
  },
  apply: (graph, change) => {
    const found = findStep(graph, change.id, 'id');
    if (!found.ok) return found;
    return {
      ok: true,
      value: withStep(graph, found.index, changed(found.step, change)),
      inverse: [backTo(found.step, change)],
    };
  },
  examples: [
    {
      says: 'what is left out stays',
      on: {
        start: 'a',
        steps: [{ id: 'a', type: 'wait', label: 'Pause', settings: { minutes: 1 }, exits: { next: 'a' } }],
      },
      change: { is: 'set-step', id: 'a', settings: { minutes: 5 } },
      gives: {
        start: 'a',
        steps: [{ id: 'a', type: 'wait', label: 'Pause', settings: { minutes: 5 }, exits: { next: 'a' } }],
      },
    },
    {
      says: 'null takes the label away',
      on: { start: 'a', steps: [{ id: 'a', type: 'wait', label: 'Pause', settings: {}, exits: {} }] },
      change: { is: 'set-step', id: 'a', label: null },
      gives: { start: 'a', steps: [{ id: 'a', type: 'wait', settings: {}, exits: {} }] },
    },
  ],
};

type SetStep = Extract<FlowChange, { is: 'set-step' }>;

function changed(
  { label: before, ...step }: FlowStep,
  { type, settings, label = before ?? null }: SetStep,
): FlowStep {
  return {
    ...step,
    ...(label === null ? {} : { label }),
    ...(type === undefined ? {} : { type }),
    ...(settings === undefined ? {} : { settings }),
  };
}

function backTo(step: FlowStep, { type, settings, label }: SetStep): SetStep {
  return {
    is: 'set-step',
    id: step.id,
    ...(type === undefined ? {} : { type: step.type }),
    ...(settings === undefined ? {} : { settings: step.settings }),
    ...(label === undefined ? {} : { label: step.label ?? null }),
  };
}
