// Moves a run on from one event to its next rest: (run, event, world) in, (run, contact, effects) out. No clock, no network, no database.
import type { ContactState } from '@bellwire/model/contact.ts';
import type { Call, Effect } from '@bellwire/model/effect.ts';
import type { FlowStep } from '@bellwire/model/flow.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { MOST_STEPS_IN_RUN, MOST_STEPS_WITHOUT_PAUSE, type Frame, type Run, type Waiting } from '@bellwire/model/run.ts';
import { fillSettings } from '@bellwire/model/settings/kinds.ts';
import type { Outcome, Resume } from '@bellwire/model/step-type.ts';
import { enterAction, outputsOf } from './action-call.ts';
import { languageScope, stepScope } from './scope.ts';
import { fill } from './language/fill.ts';
import { LimitError } from './language/limit.ts';
import { record } from './story.ts';
import type { World } from './world.ts';
import { write } from './write.ts';

/** What brings a run on: its beginning, or what it waited for. An event that names another turn comes too late. */
export type RunEvent = { readonly is: 'start' } | { readonly is: 'resume'; readonly turn: number; readonly resume: Resume };

export interface Advanced {
  readonly run: Run;
  readonly contact: ContactState | null;
  /** In the order in which the steps wanted them. */
  readonly effects: readonly Effect[];
  /** The request the run now waits for. */
  readonly call: Call | null;
  /** False when the event was not for this turn: nothing has moved. */
  readonly moved: boolean;
}

/** The state of one advance: the only thing here that changes, and it never leaves this file and its helpers' hands. */
export interface Walk {
  run: Run;
  contact: ContactState | null;
  readonly effects: Effect[];
  call: Call | null;
  readonly world: World;
}

export function advance(run: Run, contact: ContactState | null, event: RunEvent, world: World): Advanced {
  const walk: Walk = { run, contact, effects: [], call: null, world };
  if (event.is === 'resume' && (run.waiting === null || event.turn !== run.turn)) return { ...walk, moved: false };
  let resume = event.is === 'resume' ? event.resume : null;
  const state = run.waiting !== null && 'state' in run.waiting ? run.waiting.state : {};
  walk.run = { ...run, waiting: null };
  // Answered, or out of time: the next message is for whoever asks next.
  if (contact?.askingRunId === run.id) walk.contact = { ...contact, askingRunId: null };
  for (let count = 0; ; count++) {
    const frame = walk.run.frames.at(-1);
    if (frame === undefined) break;
    if (count === MOST_STEPS_WITHOUT_PAUSE || walk.run.steps >= MOST_STEPS_IN_RUN) {
      failRun(walk, `The run took more than ${count} steps without a pause, or ${MOST_STEPS_IN_RUN} in all. Look for a Go to that leads back.`);
      break;
    }
    const next = frame.at === null ? leaveFrame(walk, null) : takeStep(walk, frame, frame.at, resume, count === 0 ? state : {});
    if (next === 'rest') break;
    resume = next;
  }
  return { ...walk, moved: true };
}

/** What the loop does next: rest, walk on, or hand a result to the step that the top frame stands at. */
type Next = 'rest' | Resume | null;

function takeStep(walk: Walk, frame: Frame, at: string, resume: Resume | null, state: JsonObject): Next {
  const graph = walk.world.graph(frame.flow);
  const step = graph?.steps.find((candidate) => candidate.id === at);
  if (step === undefined) return leaveFrame(walk, graph === undefined ? 'The flow is no longer there.' : `The flow has no step "${at}".`);
  walk.run = { ...walk.run, steps: walk.run.steps + 1 };
  const outcome = outcomeOf(walk, frame, step, resume, state);
  return follow(walk, step, outcome);
}

function outcomeOf(walk: Walk, frame: Frame, step: FlowStep, resume: Resume | null, state: JsonObject): Outcome {
  const type = walk.world.stepTypes.get(step.type);
  if (type === undefined) return { is: 'fail', says: `There is no step type "${step.type}" in this version of the server.` };
  const scope = stepScope(walk, frame, step, state);
  try {
    const language = languageScope(scope);
    const filled = fillSettings(type.settings, step.settings, (value) => fill(value, language));
    const outcome = resume === null ? type.run(filled, scope) : type.resume(filled, resume, scope);
    record(walk, { frame, step, filled, outcome });
    return outcome;
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    const outcome: Outcome = { is: 'fail', says: error.message };
    record(walk, { frame, step, filled: {}, outcome });
    return outcome;
  }
}

function follow(walk: Walk, step: FlowStep, outcome: Outcome): Next {
  for (const each of outcome.set ?? []) write(walk, each);
  for (const effect of outcome.effects ?? []) apply(walk, effect);
  switch (outcome.is) {
    case 'go':
      return moveTo(walk, step.exits[outcome.exit] ?? null);
    case 'jump':
      return moveTo(walk, outcome.step);
    case 'wait':
      return rest(walk, { is: 'time', until: outcome.until });
    case 'ask':
      if (walk.contact !== null) walk.contact = { ...walk.contact, askingRunId: walk.run.id };
      return rest(walk, { is: 'message', until: outcome.until, state: outcome.state ?? {} });
    case 'call':
      walk.call = outcome.call;
      return rest(walk, { is: 'answer', state: outcome.state ?? {} });
    case 'enter':
      return enterAction(walk, outcome);
    case 'end':
      return moveTo(walk, null);
    case 'fail':
      return leaveFrame(walk, outcome.says);
  }
}

/** The newest order is part of what the next step sees. */
function apply(walk: Walk, effect: Effect): void {
  walk.effects.push(effect);
  if (effect.is === 'order' && walk.contact !== null) walk.contact = { ...walk.contact, order: effect.order };
}

function moveTo(walk: Walk, at: string | null): Next {
  replaceTop(walk, (frame) => ({ ...frame, at }));
  return null;
}

function rest(walk: Walk, waiting: Waiting): Next {
  walk.run = { ...walk.run, waiting, status: 'waiting', turn: walk.run.turn + 1 };
  return 'rest';
}

/** The top flow is through, or has failed: its caller's step goes on with what came of it. */
function leaveFrame(walk: Walk, failed: string | null): Next {
  const frame = walk.run.frames.at(-1);
  if (frame === undefined || walk.run.frames.length === 1) {
    if (failed === null) endRun(walk);
    else failRun(walk, failed);
    return 'rest';
  }
  const outputs = failed === null ? outputsOf(walk, frame) : {};
  walk.run = { ...walk.run, frames: walk.run.frames.slice(0, -1) };
  return { is: 'returned', outputs, failed };
}

function endRun(walk: Walk): void {
  walk.run = { ...walk.run, frames: [], status: 'done', endedAt: walk.world.now };
}

function failRun(walk: Walk, says: string): void {
  const last = walk.run.history.at(-1);
  const history = last?.says === says ? walk.run.history : [...walk.run.history, failure(walk, says)];
  walk.run = { ...walk.run, frames: [], status: 'failed', endedAt: walk.world.now, history };
}

function failure(walk: Walk, says: string) {
  return { step: '', type: '', depth: walk.run.frames.length - 1, at: walk.world.now, is: 'fail', says };
}

function replaceTop(walk: Walk, change: (frame: Frame) => Frame): void {
  walk.run = { ...walk.run, frames: walk.run.frames.map((frame, index, all) => (index === all.length - 1 ? change(frame) : frame)) };
}
