// Going into another flow of the same app or bot and coming back: input in, named output out, one story.
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import { MOST_FLOWS_DEEP, type FlowRef, type Frame } from '@bellwire/model/run.ts';
import type { Outcome, Resume } from '@bellwire/model/step-type.ts';
import type { Walk } from './walk.ts';

/** What came of a flow that was called: the output it ended in, if any. */
export interface Ended {
  readonly output?: string;
  readonly outputs?: JsonObject;
}

/** @returns why it could not be entered; null once the run stands at its start. */
export function enterFlow(walk: Walk, { flow, input }: Extract<Outcome, { is: 'run' }>): Resume | null {
  const caller = walk.run.frames.at(-1);
  if (caller === undefined || walk.run.frames.length >= MOST_FLOWS_DEEP) return failed(tooDeep);
  const ref = flowOf(walk, caller, flow);
  const graph = ref === undefined ? undefined : walk.world.graph(ref);
  if (ref === undefined || graph === undefined) return failed(notThere(caller));
  const frame: Frame = { flow: ref, at: graph.start, values: caller.values, action: null, input };
  walk.run = { ...walk.run, frames: [...walk.run.frames, frame] };
  return null;
}

/** A function gives back its output only; any other flow has worked on the app fields of the run, which its caller shares. */
export function returnedBy(
  walk: Walk,
  frame: Frame,
  failure: string | null,
  { output, outputs = {} }: Ended,
): Resume {
  const caller = walk.run.frames.at(-2);
  return {
    is: 'returned',
    outputs,
    failed: failure,
    ...(output === undefined ? {} : { output }),
    ...(caller === undefined || isFunction(walk, frame) ? {} : { changed: changedIn(frame, caller) }),
  };
}

function changedIn(frame: Frame, caller: Frame): JsonObject {
  if (frame.flow.is !== 'app') return {};
  const changed = Object.entries(frame.values).filter(([name, value]) => !isSame(caller.values[name], value));
  return Object.fromEntries(changed);
}

/** A run that was kept meanwhile comes back as other objects with the same in them. */
function isSame(before: Json | undefined, now: Json | undefined): boolean {
  return before === now || JSON.stringify(before) === JSON.stringify(now);
}

function isFunction(walk: Walk, { flow }: Frame): boolean {
  if (flow.is !== 'app') return false;
  const flows = walk.world.install(flow.installId, flow.versionId)?.app.flows;
  return flows?.find(({ name }) => name === flow.flow)?.kind === 'function';
}

/** Of an app, the version the run is on; of a bot, the one published now. */
function flowOf(walk: Walk, { flow: from }: Frame, flow: string): FlowRef | undefined {
  return from.is === 'app' ? { ...from, flow } : walk.world.published(flow);
}

function failed(says: string): Resume {
  return { is: 'returned', outputs: {}, failed: says };
}

const tooDeep = `Flows call one another ${MOST_FLOWS_DEEP} deep. Look for a flow that runs itself, and end it by a Condition.`;

function notThere({ flow }: Frame): string {
  return flow.is === 'app'
    ? 'The flow is no longer there. Choose another.'
    : 'The flow is not published, so it cannot be run. Publish it, or choose another.';
}
