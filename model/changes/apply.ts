// Makes changes: the one way an app or a flow is ever edited, the same in the browser and on the server.
import type { App } from '../app.ts';
import { withPart } from '../app-part.ts';
import type { FlowGraph } from '../flow.ts';
import type { StepType } from '../step-type.ts';
import type { AppChange } from './app-change.ts';
import { appChanges } from './app-changes.ts';
import type { Change } from './change.ts';
import { refuse, type Applied, type Kind } from './change-kind.ts';
import type { FlowChange } from './flow-change.ts';
import { flowChanges } from './flow-changes.ts';
import { findPart } from './part-in-app.ts';

/**
 * Makes one change of an app. Pure: the app that comes in is left as it is. The inverse, made in its order, leads back.
 *
 * @example applyToApp(app, { is: 'remove-part', part: 'fields', name: 'amount' }, stepTypes)
 */
export function applyToApp(app: App, change: Change, stepTypes: readonly StepType[]): Applied<App> {
  if (!isFlowChange(change)) return appKindOf(change).apply(app, change, stepTypes);
  if (change.flow === undefined)
    return refuse(['flow'], 'Name the flow of the app that is to be changed, as "flow".');
  const found = findPart(app, 'flows', change.flow, 'flow');
  if (!found.ok) return found;
  const flow = app.flows[found.index];
  if (flow === undefined) return refuse(['flow'], `There is no flow "${change.flow}".`);
  const applied = applyToFlow(flow, change);
  if (!applied.ok) return applied;
  const flows = app.flows.with(found.index, { ...flow, ...applied.value });
  return {
    ok: true,
    value: withPart(app, 'flows', flows),
    inverse: applied.inverse.map((back) => ({ ...back, flow: flow.name })),
  };
}

/** Makes one change of a flow. The name of an app's flow, where the change has one, is not looked at. */
export function applyToFlow(graph: FlowGraph, change: FlowChange): Applied<FlowGraph, FlowChange> {
  return flowKindOf(change).apply(graph, change, []);
}

/** All changes or none; the path of a complaint begins with the position of the change that cannot be made. */
export function applyAllToApp(
  app: App,
  changes: readonly Change[],
  stepTypes: readonly StepType[],
): Applied<App> {
  return applyAll(app, changes, (value, change) => applyToApp(value, change, stepTypes));
}

export function applyAllToFlow(
  graph: FlowGraph,
  changes: readonly FlowChange[],
): Applied<FlowGraph, FlowChange> {
  return applyAll(graph, changes, applyToFlow);
}

/** A sentence for the history, such as `Removed the app field "amount"`. */
export function says(change: Change): string {
  if (!isFlowChange(change)) return appKindOf(change).says(change);
  const sentence = flowKindOf(change).says(change);
  return change.flow === undefined ? sentence : `${sentence} in the flow "${change.flow}"`;
}

function isFlowChange(change: Change): change is FlowChange {
  return Object.hasOwn(flowChanges, change.is);
}

function applyAll<Document, Made>(
  document: Document,
  changes: readonly Made[],
  apply: (document: Document, change: Made) => Applied<Document, Made>,
): Applied<Document, Made> {
  let value = document;
  const inverse: Made[] = [];
  for (const [index, change] of changes.entries()) {
    const applied = apply(value, change);
    if (!applied.ok) return refuse([index, ...applied.complaint.path], applied.complaint.says);
    value = applied.value;
    inverse.unshift(...applied.inverse);
  }
  return { ok: true, value, inverse };
}

// The lists pair each name with its own kind; a look-up by a name known only now loses the pair, which methods let pass.
function appKindOf(change: AppChange): Kind<App, AppChange, Change> {
  return appChanges[change.is];
}

function flowKindOf(change: FlowChange): Kind<FlowGraph, FlowChange, FlowChange> {
  return flowChanges[change.is];
}
