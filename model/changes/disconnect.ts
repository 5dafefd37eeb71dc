// Takes an exit's way away: the flow ends there.
import type { FlowChangeKind } from './change-kind.ts';
import { findStep, hasStep, withStep } from './step-in-flow.ts';

export const disconnect: FlowChangeKind<'disconnect'> = {
  says: ({ from, exit }) => `Disconnected "${exit}" of the step "${from}"`,
  apply: (graph, { from, exit }) => {
    const found = findStep(graph, from, 'from');
    if (!found.ok) return found;
    if (!Object.hasOwn(found.step.exits, exit)) return { ok: true, value: graph, inverse: [] };
    const { [exit]: to, ...exits } = found.step.exits;
    return {
      ok: true,
      value: withStep(graph, found.index, { ...found.step, exits }),
      inverse: to !== undefined && hasStep(graph, to) ? [{ is: 'connect', from, exit, to }] : [],
    };
  },
  examples: [
    {
      says: 'the other exits stay',
      on: { start: 'a', steps: [{ id: 'a', type: 'split', settings: {}, exits: { left: 'a', right: 'a' } }] },
      change: { is: 'disconnect', from: 'a', exit: 'left' },
      gives: { start: 'a', steps: [{ id: 'a', type: 'split', settings: {}, exits: { right: 'a' } }] },
    },
    {
      says: 'an exit that leads nowhere is disconnected already',
      on: { start: 'a', steps: [{ id: 'a', type: 'wait', settings: {}, exits: {} }] },
      change: { is: 'disconnect', from: 'a', exit: 'next' },
      gives: { start: 'a', steps: [{ id: 'a', type: 'wait', settings: {}, exits: {} }] },
    },
  ],
};
