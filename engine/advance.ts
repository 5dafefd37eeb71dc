// Moves a run on from one event to its next rest: (run, event, world) in, (run, contact, effects) out. No clock, no network, no database.
import type { ContactState } from '@bellwire/model/contact.ts';
import type { Call, Effect } from '@bellwire/model/effect.ts';
import type { FlowStep } from '@bellwire/model/flow.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import {
  MOST_STEPS_IN_RUN,
  MOST_STEPS_WITHOUT_PAUSE,
  type Frame,
  type Run,
  type Waiting,
} from '@bellwire/model/run.ts';
import type { Script } from '@bellwire/model/script.ts';
import { FAILED_EXIT, type Outcome, type Resume } from '@bellwire/model/step-type.ts';
import { enterAction, outputsOf } from './action-call.ts';
import { contactAfter } from './contact-after.ts';
import { fillStep } from './fill-step.ts';
import { enterFlow, returnedBy, type Ended } from './flow-call.ts';
import { LimitError } from './language/limit.ts';
import { recall } from './replay.ts';
import { languageScope, stepScope } from './scope.ts';
import { record, recordFailure } from './story.ts';
import { replaceTop, type Walk } from './walk.ts';
import type { World } from './world.ts';
import { write } from './write.ts';

/** What brings a run on: its beginning, or what it waited for. An event that names another turn comes too late. */
export type RunEvent =
  | { readonly is: 'start' }
  | { readonly is: 'resume'; readonly turn: number; readonly resume: Resume };

export interface Advanced {
  readonly run: Run;
  readonly contact: ContactState | null;
  /** In the order in which the steps wanted them. */
  readonly effects: readonly Effect[];
  /** The request the run now waits for. */
  readonly call: Call | null;
  /** The script whose result the run now waits for. */
  readonly script: Script | null;
  /** False when the event was not for this turn: nothing has moved. */
  readonly moved: boolean;
}

/**
 * @example advance(run, contact, { is: 'start' }, world)
 * @example advance(run, contact, { is: 'resume', turn: run.turn, resume: { is: 'time' } }, world)
 */
export function advance(run: Run, contact: ContactState | null, event: RunEvent, world: World): Advanced {
  if (event.is === 'resume' && !isAwaited(run, event))
    return { run, contact, effects: [], call: null, script: null, moved: false };
  const walk: Walk = {
    run: { ...run, waiting: null },
    history: [...run.history],
    contact,
    effects: [],
    call: null,
    script: null,
    world,
  };
  // Answered, or out of time: the next message is for whoever asks next.
  if (contact?.askingRunId === run.id) walk.contact = { ...contact, askingRunId: null };
  const state = run.waiting?.state ?? {};
  walkToRest(walk, event.is === 'resume' ? event.resume : null, state);
  const { contact: contactNow, effects, call, script } = walk;
  const moved = { ...walk.run, history: walk.history };
  return { run: moved, contact: contactNow, effects, call, script, moved: true };
}

function isAwaited({ waiting, turn }: Run, event: Extract<RunEvent, { is: 'resume' }>): boolean {
  if (waiting === null || event.turn !== turn) return false;
  const { is } = event.resume;
  // A question also ends when its time is over; a script's result is an answer from outside the walk, too.
  return (
    is === waiting.is ||
    (waiting.is === 'message' && is === 'time') ||
    (waiting.is === 'answer' && is === 'computed')
  );
}

function walkToRest(walk: Walk, resume: Resume | null, state: JsonObject): void {
  let next: Next = { resume, state };
  for (let count = 0; next !== 'rest'; count++) {
    const frame = walk.run.frames.at(-1);
    if (frame === undefined) return;
    if (count === MOST_STEPS_WITHOUT_PAUSE) return failRun(walk, tooMany(count, 'without a pause'));
    if (walk.run.steps >= MOST_STEPS_IN_RUN) return failRun(walk, tooMany(MOST_STEPS_IN_RUN, 'in all'));
    next = frame.at === null ? leaveFrame(walk, null) : takeStep(walk, frame, frame.at, next);
  }
}

/** What the loop does next: rest, or go on at the step that the top frame stands at, with what came back to it. */
type Next = 'rest' | { readonly resume: Resume | null; readonly state: JsonObject };

const onward: Next = { resume: null, state: {} };

function takeStep(walk: Walk, frame: Frame, at: string, came: Exclude<Next, 'rest'>): Next {
  const graph = walk.world.graph(frame.flow);
  const step = graph?.steps.find(({ id }) => id === at);
  if (step === undefined) {
    return leaveFrame(
      walk,
      graph === undefined ? 'The flow is no longer there.' : `The flow has no step "${at}".`,
    );
  }
  walk.run = { ...walk.run, steps: walk.run.steps + 1 };
  return follow(walk, step, outcomeOf(walk, frame, step, came));
}

function outcomeOf(
  walk: Walk,
  frame: Frame,
  step: FlowStep,
  { resume, state }: Exclude<Next, 'rest'>,
): Outcome {
  const taken = { frame, step, filled: {}, notes: [] };
  const recalled = resume === null && walk.run.replay !== undefined ? recall(walk, frame, step) : null;
  if (recalled !== null) return recorded(walk, { ...taken, isSkipped: recalled.isSkipped }, recalled.outcome);
  const type = walk.world.stepTypes.get(step.type);
  if (type === undefined)
    return recorded(
      walk,
      taken,
      failed(`There is no step type "${step.type}" in this version of the server.`),
    );
  if (!type.sides.includes(frame.flow.is)) {
    return recorded(
      walk,
      taken,
      failed(
        `"${type.label}" cannot be used in the flow of ${frame.flow.is === 'app' ? 'an app' : 'a bot'}.`,
      ),
    );
  }
  const scope = stepScope(walk, frame, step, state);
  const notes: string[] = [];
  try {
    const filled = fillStep(type, step.settings, languageScope(scope), notes);
    const outcome = resume === null ? type.run(filled, scope) : type.resume(filled, resume, scope);
    return recorded(walk, { frame, step, filled, notes, resume, type }, outcome);
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    return recorded(walk, taken, failed(error.message));
  }
}

function recorded(
  walk: Walk,
  taken: Omit<Parameters<typeof record>[1], 'outcome'>,
  outcome: Outcome,
): Outcome {
  record(walk, { ...taken, outcome });
  walk.world.watch?.({ ...taken, depth: walk.run.frames.length - 1, outcome });
  return outcome;
}

function failed(says: string): Outcome {
  return { is: 'fail', says };
}

function follow(walk: Walk, step: FlowStep, outcome: Outcome): Next {
  for (const each of outcome.set ?? []) write(walk, each);
  for (const effect of outcome.effects ?? []) take(walk, effect);
  switch (outcome.is) {
    case 'go':
      return leaveBy(walk, step, outcome.exit, outcome.says);
    case 'jump':
      return moveTo(walk, outcome.step);
    case 'wait':
      return rest(walk, { is: 'time', until: outcome.until, ...stateOf(outcome) });
    case 'ask':
      if (walk.contact !== null) walk.contact = { ...walk.contact, askingRunId: walk.run.id };
      return rest(walk, { is: 'message', until: outcome.until, state: outcome.state ?? {} });
    case 'call':
      walk.call = outcome.call;
      return rest(walk, { is: 'answer', state: outcome.state ?? {} });
    case 'compute':
      walk.script = outcome.script;
      return rest(walk, { is: 'answer', state: outcome.state ?? {} });
    case 'enter':
      return { resume: enterAction(walk, outcome), state: {} };
    case 'run':
      return { resume: enterFlow(walk, outcome), state: {} };
    case 'end':
      replaceTop(walk, { at: null });
      return leaveFrame(walk, null, outcome);
    case 'fail':
      return leaveFrame(walk, outcome.says);
  }
}

/** What it changes of the contact, the next step sees. */
function take(walk: Walk, effect: Effect): void {
  walk.effects.push(effect);
  if (walk.contact !== null) walk.contact = contactAfter(walk.contact, effect);
}

/** An exit that leads nowhere ends the flow; a failure that nobody takes care of fails it, or its caller would think all was well. */
function leaveBy(walk: Walk, step: FlowStep, exit: string, says: string | undefined): Next {
  const to = step.exits[exit];
  if (to === undefined && exit === FAILED_EXIT)
    return leaveFrame(walk, says ?? `The step "${step.id}" failed.`);
  return moveTo(walk, to ?? null);
}

function moveTo(walk: Walk, at: string | null): Next {
  replaceTop(walk, { at });
  return onward;
}

function stateOf({ state }: { readonly state?: JsonObject }): { state?: JsonObject } {
  return state === undefined ? {} : { state };
}

function rest(walk: Walk, waiting: Waiting): Next {
  walk.run = { ...walk.run, waiting, status: 'waiting', turn: walk.run.turn + 1 };
  return 'rest';
}

/** The top flow is through, or has failed: its caller's step goes on with what came of it. */
function leaveFrame(walk: Walk, failure: string | null, ended: Ended = {}): Next {
  const frame = walk.run.frames.at(-1);
  if (frame === undefined || walk.run.frames.length === 1) {
    if (failure === null) stop(walk, 'done');
    else failRun(walk, failure);
    return 'rest';
  }
  const resume =
    frame.action === null ? returnedBy(walk, frame, failure, ended) : actionReturned(walk, frame, failure);
  walk.run = { ...walk.run, frames: walk.run.frames.slice(0, -1) };
  return { resume, state: {} };
}

function actionReturned(walk: Walk, frame: Frame, failure: string | null): Resume {
  return { is: 'returned', outputs: failure === null ? outputsOf(walk, frame) : {}, failed: failure };
}

function failRun(walk: Walk, says: string): void {
  recordFailure(walk, says);
  stop(walk, 'failed');
}

/** The first frame stays: it says which flow the run was of, also for a run that begins and ends in one go. */
function stop(walk: Walk, status: 'done' | 'failed'): void {
  walk.run = { ...walk.run, frames: walk.run.frames.slice(0, 1), status, endedAt: walk.world.now };
}

function tooMany(steps: number, where: string): string {
  return `The run was stopped after ${steps} steps ${where}. Look for a Go to that leads back, and put a Wait on the way.`;
}
