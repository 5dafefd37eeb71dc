// Moves a step's card on the canvas.
import type { FlowChangeKind } from './change-kind.ts';
import { findStep, withStep } from './step-in-flow.ts';

export const moveStep: FlowChangeKind<'move-step'> = {
  says: ({ id }) => `Moved the step "${id}"`,
  apply: (graph, { id, at }) => {
    const found = findStep(graph, id, 'id');
    if (!found.ok) return found;
    const { at: before, ...step } = found.step;
    return {
      ok: true,
      value: withStep(graph, found.index, at === null ? step : { ...step, at }),
      inverse: [{ is: 'move-step', id, at: before ?? null }],
    };
  },
  examples: [
    {
      says: 'the card stands at the new place',
      on: { start: 'a', steps: [{ id: 'a', type: 'wait', settings: {}, exits: {}, at: { x: 0, y: 0 } }] },
      change: { is: 'move-step', id: 'a', at: { x: 120, y: 80 } },
      gives: {
        start: 'a',
        steps: [{ id: 'a', type: 'wait', settings: {}, exits: {}, at: { x: 120, y: 80 } }],
      },
    },
  ],
};
