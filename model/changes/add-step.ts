// Adds a step to a flow; the first one is also where the flow starts.
import { MOST_STEPS_IN_FLOW } from '../flow.ts';
import { refuse, type FlowChangeKind } from './change-kind.ts';
import type { FlowChange } from './flow-change.ts';
import { findStep, hasStep } from './step-in-flow.ts';

export const addStep: FlowChangeKind<'add-step'> = {
  says: ({ step }) => `Added the step "${step.label ?? step.id}" (${step.type})`,
  apply: (graph, { step, before }) => {
    if (hasStep(graph, step.id)) {
      return refuse(
        ['step', 'id'],
        `This flow already has a step "${step.id}". Give the new step another id.`,
      );
    }
    if (graph.steps.length >= MOST_STEPS_IN_FLOW) {
      return refuse(
        [],
        `A flow has at most ${MOST_STEPS_IN_FLOW} steps. Move some of them to a flow of their own and call it with Run flow.`,
      );
    }
    const next = before === undefined ? undefined : findStep(graph, before, 'before');
    if (next?.ok === false) return next;
    const isFirst = graph.start === null;
    const back: FlowChange[] = [{ is: 'remove-step', id: step.id }];
    return {
      ok: true,
      value: {
        ...graph,
        start: isFirst ? step.id : graph.start,
        steps: graph.steps.toSpliced(next?.index ?? graph.steps.length, 0, step),
      },
      inverse: isFirst ? [{ is: 'set-start', id: null }, ...back] : back,
    };
  },
  examples: [
    {
      says: 'the first step of a flow starts it',
      on: { start: null, steps: [] },
      change: { is: 'add-step', step: { id: 'a', type: 'wait', settings: {}, exits: {} } },
      gives: { start: 'a', steps: [{ id: 'a', type: 'wait', settings: {}, exits: {} }] },
    },
    {
      says: 'an id is taken only once in a flow',
      on: { start: 'a', steps: [{ id: 'a', type: 'wait', settings: {}, exits: {} }] },
      change: { is: 'add-step', step: { id: 'a', type: 'split', settings: {}, exits: {} } },
      refuses: 'This flow already has a step "a". Give the new step another id.',
    },
  ],
};
