// Finds the step that a change is about, or says why it cannot be found.
import type { FlowGraph, FlowStep } from '../flow.ts';
import { orNearest } from '../nearest.ts';
import type { Complaint } from '../problem.ts';
import { refuse } from './change-kind.ts';

type Found =
  | { readonly ok: true; readonly step: FlowStep; readonly index: number }
  | { readonly ok: false; readonly complaint: Complaint };

/** `key`: which key of the change names the step. */
export function findStep(graph: FlowGraph, id: string, key: string): Found {
  const ids = graph.steps.map((step) => step.id);
  const index = ids.indexOf(id);
  const step = graph.steps[index];
  if (step === undefined)
    return refuse([key], `There is no step "${id}" in this flow. ${orNearest(id, ids, 'steps')}`);
  if (ids.lastIndexOf(id) === index) return { ok: true, step, index };
  return refuse(
    [key],
    `Two steps of this flow have the id "${id}". Give one of them another id in the text of the definition.`,
  );
}

export function withStep(graph: FlowGraph, index: number, step: FlowStep): FlowGraph {
  return { ...graph, steps: graph.steps.with(index, step) };
}

export function hasStep(graph: FlowGraph, id: string): boolean {
  return graph.steps.some((step) => step.id === id);
}

/** Where the flow starts; null too where its start names a step that is not there, which nobody wants back. */
export function startOf(graph: FlowGraph): string | null {
  return graph.start !== null && hasStep(graph, graph.start) ? graph.start : null;
}
