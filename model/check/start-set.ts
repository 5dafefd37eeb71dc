// Rule: a flow has steps and starts at one of them.
import { orNearest } from '../nearest.ts';
import type { FlowRule } from './rule.ts';

export const startSet: FlowRule = {
  about: 'A flow has at least one step and starts at one of its steps.',
  check: ({ start, steps }) => {
    const ids = steps.map((step) => step.id);
    if (ids.length === 0) {
      return [
        {
          path: ['steps'],
          says: 'This flow has no steps: it ends at once. Add the first step.',
          level: 'warning',
        },
      ];
    }
    if (start === null)
      return [{ path: ['start'], says: 'This flow has no start. Choose the step at which it starts.' }];
    if (ids.includes(start)) return [];
    return [
      {
        path: ['start'],
        says: `This flow starts at the step "${start}", which is not there. ${orNearest(start, ids, 'steps')}`,
      },
    ];
  },
  examples: [
    {
      says: 'an empty flow is only warned of',
      flow: { start: null, steps: [] },
      complains: ['steps: This flow has no steps'],
    },
    {
      says: 'steps, but no start',
      flow: { start: null, steps: [{ id: 'a', type: 'wait', settings: { minutes: 5 }, exits: {} }] },
      complains: ['start: This flow has no start. Choose the step at which it starts.'],
    },
    {
      says: 'a start that is gone',
      flow: { start: 'b', steps: [{ id: 'a', type: 'wait', settings: { minutes: 5 }, exits: {} }] },
      complains: ['start: This flow starts at the step "b", which is not there. The steps are a.'],
    },
  ],
};
