// The ways from step to step in a flow: by exits, and by settings that name a step.
import type { FlowGraph, FlowStep } from '../flow.ts';
import { textsOf, type StepTypes } from './step-texts.ts';

/** For each step the steps that can come next; steps that are not there are left out. */
export function waysOf({ steps }: FlowGraph, stepTypes: StepTypes): Map<string, string[]> {
  const ids = new Set(steps.map((step) => step.id));
  const next = (step: FlowStep): string[] => [...Object.values(step.exits), ...jumpsOf(step, stepTypes)];
  return new Map(steps.map((step) => [step.id, next(step).filter((id) => ids.has(id))]));
}

function jumpsOf(step: FlowStep, stepTypes: StepTypes): string[] {
  return textsOf(step, stepTypes).flatMap(({ is, text, field }) =>
    is === 'reference' && field.to === 'step' ? [text] : [],
  );
}
