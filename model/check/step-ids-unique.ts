// Rule: no two steps of a flow have the same id.
import type { FlowRule } from './rule.ts';

export const stepIdsUnique: FlowRule = {
  about: 'Each step of a flow has an id of its own.',
  check: ({ steps }) => {
    const ids = steps.map((step) => step.id);
    return ids.flatMap((id, index) =>
      ids.indexOf(id) === index
        ? []
        : [
            {
              path: ['steps', index, 'id'],
              says: `Another step of this flow has the id "${id}" too. Give this one another id.`,
            },
          ],
    );
  },
  examples: [
    {
      says: 'two steps with one id: the second is told',
      flow: {
        start: 'a',
        steps: [
          { id: 'a', type: 'wait', settings: { minutes: 5 }, exits: {} },
          { id: 'a', type: 'wait', settings: { minutes: 5 }, exits: {} },
        ],
      },
      complains: ['steps.1.id: Another step of this flow has the id "a" too. Give this one another id.'],
    },
  ],
};
