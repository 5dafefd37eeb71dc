// Where in the builder a complaint is to be mended, and how that place is called.
import { stepTypeMap } from '@bellwire/engine/steps/step-types.ts';
import { appParts, type App, type AppPart } from '@bellwire/model/app.ts';
import { partWords } from '@bellwire/model/app-part.ts';
import type { FlowStep } from '@bellwire/model/flow.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import { partSections } from './part-sections.ts';

export interface ProblemPlace {
  readonly section: string;
  /** The part to open, and the step of its flow to choose, if it is about one. */
  readonly search: { part?: string; step?: string };
  /** @example trigger "Payment paid" */
  readonly says: string;
}

export function problemPlace(app: App, [first, second, third, fourth]: Complaint['path']): ProblemPlace {
  const part = appParts.find((one) => one === first);
  if (part === undefined) {
    return first === 'auth'
      ? { section: 'auth', search: {}, says: 'Auth' }
      : { section: 'settings', search: {}, says: 'Settings' };
  }
  const entry = typeof second === 'number' ? app[part][second] : undefined;
  const steps = entry !== undefined && 'steps' in entry && third === 'steps' ? entry.steps : [];
  const step = typeof fourth === 'number' ? steps[fourth] : undefined;
  return {
    section: partSections[part],
    search: { ...(entry && { part: entry.name }), ...(step && { step: step.id }) },
    says:
      step === undefined ? sayPart(part, entry?.label) : `${sayPart(part, entry?.label)}, ${sayStep(step)}`,
  };
}

function sayStep({ type, label }: FlowStep): string {
  return `step "${label ?? stepTypeMap.get(type)?.label ?? type}"`;
}

function sayPart(part: AppPart, label: string | undefined): string {
  const word = partWords[part];
  return label === undefined ? `${word}s` : `${word} "${label}"`;
}
