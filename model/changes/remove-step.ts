// Removes a step and the exits that lead to it.
import type { FlowGraph, FlowStep } from '../flow.ts';
import type { FlowChangeKind } from './change-kind.ts';
import type { FlowChange } from './flow-change.ts';
import { findStep, startOf } from './step-in-flow.ts';

export const removeStep: FlowChangeKind<'remove-step'> = {
  says: ({ id }) => `Removed the step "${id}"`,
  apply: (graph, { id }) => {
    const found = findStep(graph, id, 'id');
    if (!found.ok) return found;
    const left = graph.steps.toSpliced(found.index, 1);
    const start = graph.start === id ? nextStart(found.step, left) : graph.start;
    const before = graph.steps[found.index + 1]?.id;
    const restart: FlowChange[] =
      start === graph.start && start !== null ? [] : [{ is: 'set-start', id: startOf(graph) }];
    return {
      ok: true,
      value: { ...graph, start, steps: left.map((step) => withoutExitsTo(step, id)) },
      inverse: [
        { is: 'add-step', step: found.step, ...(before === undefined ? {} : { before }) },
        ...exitsTo(left, id),
        ...restart,
      ],
    };
  },
  examples: [
    {
      says: 'the exits that led to the step end there',
      on: {
        start: 'a',
        steps: [
          { id: 'a', type: 'split', settings: {}, exits: { left: 'b', right: 'c' } },
          { id: 'b', type: 'wait', settings: {}, exits: { next: 'c' } },
          { id: 'c', type: 'wait', settings: {}, exits: {} },
        ],
      },
      change: { is: 'remove-step', id: 'b' },
      gives: {
        start: 'a',
        steps: [
          { id: 'a', type: 'split', settings: {}, exits: { right: 'c' } },
          { id: 'c', type: 'wait', settings: {}, exits: {} },
        ],
      },
    },
    {
      says: 'where the flow started there, it starts at the step that came next',
      on: {
        start: 'a',
        steps: [
          { id: 'b', type: 'wait', settings: {}, exits: {} },
          { id: 'a', type: 'wait', settings: {}, exits: { next: 'c' } },
          { id: 'c', type: 'wait', settings: {}, exits: {} },
        ],
      },
      change: { is: 'remove-step', id: 'a' },
      gives: {
        start: 'c',
        steps: [
          { id: 'b', type: 'wait', settings: {}, exits: {} },
          { id: 'c', type: 'wait', settings: {}, exits: {} },
        ],
      },
    },
    {
      says: 'the last step leaves an empty flow',
      on: { start: 'a', steps: [{ id: 'a', type: 'wait', settings: {}, exits: { next: 'a' } }] },
      change: { is: 'remove-step', id: 'a' },
      gives: { start: null, steps: [] },
    },
    {
      says: 'a step that is not there cannot be removed',
      on: { start: 'ask', steps: [{ id: 'ask', type: 'wait', settings: {}, exits: {} }] },
      change: { is: 'remove-step', id: 'aks' },
      refuses: 'There is no step "aks" in this flow. Did you mean "ask"?',
    },
  ],
};

/** The step that came next, else the first that is left. */
function nextStart(removed: FlowStep, left: readonly FlowStep[]): string | null {
  const next = Object.values(removed.exits).find((id) => left.some((step) => step.id === id));
  return next ?? left[0]?.id ?? null;
}

function withoutExitsTo(step: FlowStep, id: string): FlowStep {
  const exits = Object.entries(step.exits);
  const kept = exits.filter(([, to]) => to !== id);
  return kept.length === exits.length ? step : { ...step, exits: Object.fromEntries(kept) };
}

function exitsTo(steps: FlowGraph['steps'], id: string): FlowChange[] {
  return steps.flatMap((step) =>
    Object.entries(step.exits)
      .filter(([, to]) => to === id)
      .map(([exit]) => ({ is: 'connect' as const, from: step.id, exit, to: id })),
  );
}
