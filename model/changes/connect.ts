// Leads an exit of a step to another step.
import type { FlowChangeKind } from './change-kind.ts';
import { findStep, hasStep, withStep } from './step-in-flow.ts';

export const connect: FlowChangeKind<'connect'> = {
  says: ({ from, exit, to }) => `Connected "${exit}" of the step "${from}" to "${to}"`,
  apply: (graph, { from, exit, to }) => {
    const found = findStep(graph, from, 'from');
    if (!found.ok) return found;
    const target = findStep(graph, to, 'to');
    if (!target.ok) return target;
    const before = Object.hasOwn(found.step.exits, exit) ? found.step.exits[exit] : undefined;
    const step = { ...found.step, exits: { ...found.step.exits, [exit]: to } };
    return {
      ok: true,
      value: withStep(graph, found.index, step),
      // An exit that led nowhere ends the flow like one that is not there, so undo need not bring it back.
      inverse: [
        before !== undefined && hasStep(graph, before)
          ? { is: 'connect', from, exit, to: before }
          : { is: 'disconnect', from, exit },
      ],
    };
  },
  examples: [
    {
      says: 'an exit leads to one step, the one named last',
      on: {
        start: 'a',
        steps: [
          { id: 'a', type: 'wait', settings: {}, exits: { next: 'a' } },
          { id: 'b', type: 'wait', settings: {}, exits: {} },
        ],
      },
      change: { is: 'connect', from: 'a', exit: 'next', to: 'b' },
      gives: {
        start: 'a',
        steps: [
          { id: 'a', type: 'wait', settings: {}, exits: { next: 'b' } },
          { id: 'b', type: 'wait', settings: {}, exits: {} },
        ],
      },
    },
    {
      says: 'an exit cannot lead to a step that is not there',
      on: { start: 'a', steps: [{ id: 'a', type: 'wait', settings: {}, exits: {} }] },
      change: { is: 'connect', from: 'a', exit: 'next', to: 'gone' },
      refuses: 'There is no step "gone" in this flow. The steps are a.',
    },
  ],
};
