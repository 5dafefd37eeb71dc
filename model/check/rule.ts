// What one rule of the check must say of itself; a rule is one file here and one line in its list.
import type { App, AppInput } from '../app.ts';
import type { FlowGraph, FlowKind } from '../flow.ts';
import type { OutgoingRequest } from '../outgoing-request.ts';
import type { Complaint } from '../problem.ts';
import type { Timing } from '../schedule.ts';
import type { ReferenceTarget } from '../settings/setting.ts';
import type { FlowSide, StepType } from '../step-type.ts';
import type { StepTypes } from './step-texts.ts';

/** What a template reads, each path in its one normal form (`app.order`, `app["order-id"]`), and what is wrong with it. */
export interface TemplateRead {
  readonly references: readonly string[];
  readonly problems: readonly { readonly at: number; readonly says: string }[];
}

/** What the check needs of the rooms above: given in, as the model imports nothing. */
export interface CheckTools {
  readonly stepTypes: readonly StepType[];
  /** Reads a template, or a formula, as the engine will. */
  readTemplate(text: string, syntax?: 'formula'): TemplateRead;
  /** What is wrong with a request; paths begin at it. */
  checkRequest(request: OutgoingRequest): Complaint[];
  /** What keeps a text from being a JSONPath, as a whole sentence. */
  jsonPathFault(path: string): string | undefined;
  /** Says what is wrong with the times of a schedule, and nothing where they come. */
  timingFault(timing: Timing): string | undefined;
}

/** What a flow can name. */
export interface FlowContext {
  readonly side: FlowSide;
  readonly kind: FlowKind;
  readonly stepTypes: StepTypes;
  readonly readTemplate: CheckTools['readTemplate'];
  /** What a setting that names something can hold; the steps of the flow are known from the flow. */
  readonly names: Readonly<Record<Exclude<ReferenceTarget, 'step'>, readonly string[]>>;
  /** What `{{places}}` can read: the names under each root, or null where any name may be there. */
  readonly roots: ReadonlyMap<string, readonly string[] | null>;
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
  readonly examples: readonly (Example & {
    readonly side?: FlowSide;
    readonly kind?: FlowKind;
    readonly flow: FlowGraph;
  })[];
}
