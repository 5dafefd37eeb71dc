// Plays a flow in memory, from one rest to the next: what the builder's Play shows, with nothing sent and nothing kept.
import type { ContactState } from '@bellwire/model/contact.ts';
import type { Call, CallAnswer, Effect } from '@bellwire/model/effect.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { Content } from '@bellwire/model/message.ts';
import type { Frame, Run } from '@bellwire/model/run.ts';
import type { Script, ScriptResult } from '@bellwire/model/script.ts';
import type { Resume } from '@bellwire/model/step-type.ts';
import { appFrame, fieldDefaults } from './action-call.ts';
import { advance, type RunEvent } from './advance.ts';
import { visitOf, type PlayVisit } from './play-visit.ts';
import { playedFlow, playWorld, type PlayDefinitions } from './play-world.ts';
import { answerOf, readPayload, withPressed } from './payload.ts';

/** A play at rest, as plain data. `run` waits, or is over; its history tells each step. */
export interface Played {
  readonly run: Run;
  readonly contact: ContactState;
  /** The clock of the play: ISO-8601, moved on by what happens. */
  readonly now: string;
  readonly said: readonly { readonly from: 'bot' | 'contact'; readonly content: Content }[];
  /** All that steps wanted done, in order. */
  readonly effects: readonly Effect[];
  /** The request that an answer is wanted for. */
  readonly call: Call | null;
  /** The script whose result is wanted. */
  readonly script: Script | null;
  /** Each step that was taken and each thing that happened, in order. */
  readonly story: readonly PlayEvent[];
}

export type PlayEvent =
  | { readonly is: 'visit'; readonly visit: PlayVisit }
  | { readonly is: 'happened'; readonly happening: Happening };

/** What can happen to a play: the contact speaks or presses, the time it waits for comes, a request is answered, a script run. */
export type Happening =
  | { readonly is: 'said'; readonly text: string }
  | { readonly is: 'pressed'; readonly label: string; readonly payload: string }
  | { readonly is: 'time' }
  | { readonly is: 'answer'; readonly answer: CallAnswer }
  | { readonly is: 'computed'; readonly result: ScriptResult };

/** A made-up answer to a request; undefined leaves the play waiting for one. */
export type Answers = (call: Call) => CallAnswer | undefined;

/**
 * @throws TypeError when the app whose flow is to be played is not among the installs.
 * @example startPlay(definitions, sampleContact, '2026-03-01T12:00:00.000Z', () => ({ is: 'answer', status: 200, headers: {}, body: {}, ms: 1 }))
 */
export function startPlay(
  definitions: PlayDefinitions,
  contact: ContactState,
  now: string,
  answers?: Answers,
): Played {
  const run = newRun(firstFrame(definitions), contact, {
    now,
    id: playWorld(definitions, now).ids.uuid('run'),
  });
  const played = { run, contact, now, said: [], effects: [], call: null, script: null, story: [] };
  return answerCalls(definitions, move(definitions, played, { is: 'start' }), answers);
}

/** What the run does not wait for changes nothing but the conversation. */
export function playOn(
  definitions: PlayDefinitions,
  played: Played,
  happening: Happening,
  answers?: Answers,
): Played {
  // When it is over, only words change anything: time and answers come too late.
  if (played.run.status !== 'waiting' && !isHeard(happening)) return played;
  const heard = hear({ ...played, story: [...played.story, { is: 'happened', happening }] }, happening);
  const pressed = happening.is === 'pressed' ? press(definitions, heard, happening.payload) : undefined;
  const moved = pressed ?? goOn(definitions, heard, happening);
  return answerCalls(definitions, moved, answers);
}

function goOn(definitions: PlayDefinitions, played: Played, happening: Happening): Played {
  const { waiting, turn } = played.run;
  const now = happening.is === 'time' && waiting !== null && 'until' in waiting ? waiting.until : played.now;
  const state = waiting?.state ?? {};
  const resume = resumeBy(happening, state);
  return move(definitions, { ...played, now }, { is: 'resume', turn, resume });
}

function resumeBy(happening: Happening, state: JsonObject): Resume {
  switch (happening.is) {
    case 'said':
      return { is: 'message', text: happening.text };
    case 'pressed':
      return { is: 'message', text: answerOf({ text: happening.label, payload: happening.payload }) };
    case 'answer':
      return { is: 'answer', answer: happening.answer, state };
    case 'computed':
      return { is: 'computed', result: happening.result, state };
    case 'time':
      return { is: 'time' };
  }
}

type Heard = Extract<Happening, { is: 'said' | 'pressed' }>;

function isHeard(happening: Happening): happening is Heard {
  return happening.is === 'said' || happening.is === 'pressed';
}

function hear(played: Played, happening: Happening): Played {
  if (!isHeard(happening)) return played;
  const text = happening.is === 'said' ? happening.text : happening.label;
  const said = [...played.said, { from: 'contact' as const, content: { is: 'text' as const, text } }];
  return { ...played, said, contact: { ...played.contact, lastText: text } };
}

/** A button that names an exit of the flow begins a new run there, as it does in a conversation. */
function press(definitions: PlayDefinitions, played: Played, payload: string): Played | undefined {
  const world = playWorld(definitions, played.now);
  const goal = readPayload(world, played.contact, payload);
  if (definitions.begins.is !== 'bot' || goal === null) return undefined;
  const at = definitions.begins.graph.steps.find(({ id }) => id === goal.step)?.exits[goal.exit];
  if (at === undefined) return undefined;
  const id = world.ids.uuid(`run:${played.run.id}:${played.said.length}`);
  const contact = withPressed(played.contact, definitions.bot, goal);
  const run = newRun({ ...firstFrame(definitions), at }, contact, { now: played.now, id });
  return move(definitions, { ...played, run, contact }, { is: 'start' });
}

function move(definitions: PlayDefinitions, played: Played, event: RunEvent): Played {
  const taken: PlayEvent[] = [];
  const world = playWorld(definitions, played.now, (step) =>
    taken.push({ is: 'visit', visit: visitOf(step, played.now) }),
  );
  const advanced = advance(played.run, played.contact, event, world);
  const contents = advanced.effects.flatMap((effect) => (effect.is === 'say' ? [effect.content] : []));
  return {
    run: advanced.run,
    contact: advanced.contact ?? played.contact,
    now: played.now,
    said: [...played.said, ...contents.map((content) => ({ from: 'bot' as const, content }))],
    effects: [...played.effects, ...advanced.effects],
    call: advanced.moved ? advanced.call : played.call,
    script: advanced.moved ? advanced.script : played.script,
    story: [...played.story, ...taken],
  };
}

/** A run takes a limited number of steps, and each answer is at least one. */
function answerCalls(definitions: PlayDefinitions, played: Played, answers: Answers | undefined): Played {
  let current = played;
  for (let { call } = current; call !== null; { call } = current) {
    const answer = answers?.(call);
    if (answer === undefined) return current;
    const now = new Date(Date.parse(current.now) + call.afterMs + answer.ms).toISOString();
    current = goOn(definitions, { ...current, now }, { is: 'answer', answer });
  }
  return current;
}

function firstFrame({ begins, installs }: PlayDefinitions): Frame {
  if (begins.is === 'bot')
    return { flow: playedFlow, at: begins.graph.start, values: begins.trigger, action: null };
  const install = installs.find(({ id }) => id === begins.installId);
  if (install === undefined)
    throw new TypeError(`There is no install "${begins.installId}" to play a flow of.`);
  return appFrame(install, begins.flow, { ...fieldDefaults(install), ...begins.values }, null);
}

function newRun(
  frame: Frame,
  { id: contactId, workspaceId, botId }: ContactState,
  { now, id }: { now: string; id: string },
): Run {
  return {
    id,
    workspaceId,
    botId,
    contactId,
    eventId: null,
    subscriptionId: null,
    hops: 0,
    frames: [frame],
    status: 'waiting',
    waiting: null,
    turn: 0,
    steps: 0,
    startedAt: now,
    endedAt: null,
    history: [],
  };
}
