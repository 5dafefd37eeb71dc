// What one rule of the check must say of itself; a rule is one file here and one line in its list.
import type { App, AppInput } from '../app.ts';
import type { FlowGraph } from '../flow.ts';
import type { Complaint } from '../problem.ts';
import type { FlowSide, StepType } from '../step-type.ts';
import type { FlowContext } from './flow-context.ts';

/** What a template reads, each path in its one normal form (`app.order`, `app["order-id"]`), and what is wrong with it. */
export interface TemplateRead {
  readonly references: readonly string[];
  readonly problems: readonly { readonly at: number; readonly says: string }[];
}

/** What the check needs of the rooms above: given in, as the model imports nothing. */
export interface CheckTools {
  readonly stepTypes: readonly StepType[];
  /** Reads a template as the engine will. */
  readTemplate(text: string): TemplateRead;
}

/** `complains`: each complaint as `path: words`, or their beginning; none where all is well. */
interface Example {
  readonly says: string;
  readonly complains: readonly string[];
}

interface Rule {
  /** What must hold, in one sentence; it stands in the docs. */
  readonly about: string;
}

export interface AppRule extends Rule {
  check(app: App, tools: CheckTools): Complaint[];
  readonly examples: readonly (Example & { readonly app: Partial<AppInput> })[];
}

/** The examples' step types are those of `model/testing/step-types.ts`, their names those of `model/testing/flow-context.ts`. */
export interface FlowRule extends Rule {
  check(graph: FlowGraph, context: FlowContext): Complaint[];
  readonly examples: readonly (Example & { readonly side?: FlowSide; readonly flow: FlowGraph })[];
}
