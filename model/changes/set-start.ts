// Chooses the step at which a flow starts.
import type { FlowChangeKind } from './change-kind.ts';
import { findStep, startOf } from './step-in-flow.ts';

export const setStart: FlowChangeKind<'set-start'> = {
  says: ({ id }) =>
    id === null ? 'Took the start of the flow away' : `Made the flow start at the step "${id}"`,
  apply: (graph, { id }) => {
    const found = id === null ? undefined : findStep(graph, id, 'id');
    if (found?.ok === false) return found;
    return { ok: true, value: { ...graph, start: id }, inverse: [{ is: 'set-start', id: startOf(graph) }] };
  },
  examples: [
    {
      says: 'the flow starts at the step named',
      on: {
        start: 'a',
        steps: [
          { id: 'a', type: 'wait', settings: {}, exits: {} },
          { id: 'b', type: 'wait', settings: {}, exits: { next: 'a' } },
        ],
      },
      change: { is: 'set-start', id: 'b' },
      gives: {
        start: 'b',
        steps: [
          { id: 'a', type: 'wait', settings: {}, exits: {} },
          { id: 'b', type: 'wait', settings: {}, exits: { next: 'a' } },
        ],
      },
    },
  ],
};
