// What one kind of change must say of itself; a kind is one file here and one line in its list.
import type { App, AppInput } from '../app.ts';
import type { FlowGraph } from '../flow.ts';
import type { Complaint } from '../problem.ts';
import type { StepType } from '../step-type.ts';
import type { AppChange } from './app-change.ts';
import type { Change, ChangeInput } from './change.ts';
import type { FlowChange } from './flow-change.ts';

/** The document after a change, and the changes that lead back to what it was; or why the change cannot be made. */
export type Applied<Document, Inverse = Change> =
  | { readonly ok: true; readonly value: Document; readonly inverse: readonly Inverse[] }
  | { readonly ok: false; readonly complaint: Complaint };

/** Methods, not properties: so a kind taken from its list by a name known only later can be handed its change. */
export interface Kind<Document, Made, Inverse> {
  /** A sentence for the history. */
  says(change: Made): string;
  /** Pure: the document that comes in is left as it is. `stepTypes` say which settings name something. */
  apply(document: Document, change: Made, stepTypes: readonly StepType[]): Applied<Document, Inverse>;
}

interface Example<On, Made> {
  /** A sentence about what it shows; it becomes the test's name. */
  readonly says: string;
  readonly on: On;
  readonly change: Made;
}

export type FlowExample = Example<FlowGraph, FlowChange> &
  ({ readonly gives: FlowGraph } | { readonly refuses: string });

/** Only the keys that are named are there before, and are compared afterwards. */
export type AppExample = Example<Partial<AppInput>, ChangeInput> &
  ({ readonly gives: Partial<AppInput> } | { readonly refuses: string });

type Of<Any extends { is: string }, Is extends Any['is']> = Extract<Any, { is: Is }>;

export interface FlowChangeKind<Is extends FlowChange['is']> extends Kind<
  FlowGraph,
  Of<FlowChange, Is>,
  FlowChange
> {
  readonly examples: readonly FlowExample[];
}

export interface AppChangeKind<Is extends AppChange['is']> extends Kind<App, Of<AppChange, Is>, Change> {
  readonly examples: readonly AppExample[];
}

/** `path`: into the change. */
export function refuse(
  path: Complaint['path'],
  says: string,
): { readonly ok: false; readonly complaint: Complaint } {
  return { ok: false, complaint: { path, says } };
}
