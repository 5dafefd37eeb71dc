// Rule: each step can be reached from the start.
import type { FlowRule } from './rule.ts';
import { waysOf } from './ways.ts';

export const stepsReachable: FlowRule = {
  about: 'Each step can be reached from the start of its flow.',
  check: (graph, { stepTypes }) => {
    if (graph.start === null) return [];
    const ways = waysOf(graph, stepTypes);
    const reached = new Set([graph.start]);
    for (const id of reached) {
      for (const next of ways.get(id) ?? []) reached.add(next);
    }
    return graph.steps.flatMap(({ id, type }, index) =>
      reached.has(id) || stepTypes.get(type)?.isNote === true
        ? []
        : [
            {
              path: ['steps', index],
              says: `No way leads to the step "${id}". Connect an exit to it, or remove it.`,
              level: 'warning' as const,
            },
          ],
    );
  },
  examples: [
    {
      says: 'exits and Go to both lead to a step',
      flow: {
        start: 'a',
        steps: [
          { id: 'a', type: 'wait', settings: { minutes: 5 }, exits: { next: 'b' } },
          { id: 'b', type: 'go-to', settings: { step: 'c' }, exits: {} },
          { id: 'c', type: 'wait', settings: { minutes: 5 }, exits: {} },
        ],
      },
      complains: [],
    },
    {
      says: 'a step that only leads away',
      flow: {
        start: 'a',
        steps: [
          { id: 'a', type: 'wait', settings: { minutes: 5 }, exits: {} },
          { id: 'b', type: 'wait', settings: { minutes: 5 }, exits: { next: 'a' } },
        ],
      },
      complains: ['steps.1: No way leads to the step "b". Connect an exit to it, or remove it.'],
    },
    {
      says: 'a note stands for itself',
      flow: {
        start: 'a',
        steps: [
          { id: 'a', type: 'wait', settings: { minutes: 5 }, exits: {} },
          { id: 'why', type: 'note', settings: {}, exits: {} },
        ],
      },
      complains: [],
    },
  ],
};
