// Puts other steps in the place of all of a flow: a state of before.
import type { FlowChangeKind } from './change-kind.ts';

export const replaceSteps: FlowChangeKind<'replace-steps'> = {
  says: ({ steps }) => `Replaced all steps by ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`,
  apply: (graph, { start, steps }) => ({
    ok: true,
    value: { ...graph, start, steps },
    inverse: [{ is: 'replace-steps', start: graph.start, steps: graph.steps }],
  }),
  examples: [
    {
      says: 'nothing of the steps before is left',
      on: { start: 'a', steps: [{ id: 'a', type: 'wait', settings: {}, exits: {} }] },
      change: {
        is: 'replace-steps',
        start: 'b',
        steps: [{ id: 'b', type: 'split', settings: {}, exits: {} }],
      },
      gives: { start: 'b', steps: [{ id: 'b', type: 'split', settings: {}, exits: {} }] },
    },
  ],
};
