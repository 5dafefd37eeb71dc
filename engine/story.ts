// The story of a run: one record per step, with secrets masked and long values cut, so that it can be kept and shown.
import type { FlowStep } from '@bellwire/model/flow.ts';
import { isJsonObject, type Json, type JsonObject } from '@bellwire/model/json.ts';
import type { Frame, StepRecord } from '@bellwire/model/run.ts';
import type { Outcome, Resume, StepType } from '@bellwire/model/step-type.ts';
import { maskSecrets } from './secret-mark.ts';
import type { Walk } from './walk.ts';

const MOST_CHARACTERS = 500;
const MOST_ENTRIES = 30;
const MOST_NOTES = 5;
/** Of one value, in characters of JSON. What is larger is empty in a replay that skips its step. */
const MOST_KEPT = 32_768;

interface Taken {
  readonly frame: Frame;
  readonly step: FlowStep;
  readonly filled: JsonObject;
  /** What was noticed while the places were filled: each becomes a sentence. */
  readonly notes: readonly string[];
  readonly outcome: Outcome;
  readonly type?: Pick<StepType, 'effects'>;
  /** What brought it on, where it had paused. */
  readonly resume?: Resume | null;
  /** Of a replay: it had been done before. */
  readonly isSkipped?: boolean;
}

export function record(walk: Walk, taken: Taken): void {
  const { frame, step, filled, notes, outcome } = taken;
  const set: JsonObject = {};
  for (const { to, value } of outcome.set ?? []) set[to] = short(value);
  const says = [outcome.says ?? [], [...new Set(notes)].slice(0, MOST_NOTES).map((each) => `${each}.`)]
    .flat()
    .join(' ');
  const entry: StepRecord = {
    step: step.id,
    type: step.type,
    depth: walk.run.frames.length - 1,
    ...(frame.flow.is === 'app' ? { install: frame.flow.installId } : {}),
    at: walk.world.now,
    ...settingsOf(step, filled),
    is: outcome.is,
    ...(outcome.is === 'go' ? { exit: outcome.exit } : {}),
    ...(Object.keys(set).length > 0 ? { set } : {}),
    ...(says === '' ? {} : { says: maskSecrets(says) }),
    ...forReplay(taken),
  };
  walk.history.push(entry);
}

/** What a replay has to know besides: nothing, for a step that did what its type is for and wrote no app field. */
function forReplay({ outcome, type, resume, isSkipped }: Taken): Partial<StepRecord> {
  const acts = (type?.effects.length ?? 0) > 0;
  if (!acts && resume?.is !== 'answer' && isSkipped !== true) return {};
  const isIdle = acts && resume === null && (outcome.effects ?? []).length === 0;
  const kept = isIdle ? {} : keptOf(outcome);
  const said = (outcome.effects ?? []).filter((effect) => effect.is === 'say').length;
  return {
    ...(isIdle ? { idle: true } : {}),
    ...(said > 1 ? { said } : {}),
    ...(resume?.is === 'answer' ? { status: resume.answer.is === 'answer' ? resume.answer.status : 0 } : {}),
    ...(Object.keys(kept).length === 0 ? {} : { kept }),
    ...(isSkipped === true ? { skipped: true } : {}),
  };
}

/** App fields whose values were cut or masked for the story. Secrets are marks here, which open nothing by themselves. */
function keptOf({ set = [] }: Outcome): JsonObject {
  const kept: JsonObject = {};
  for (const { to, value } of set) {
    if (!to.startsWith('app.') || !(typeof value === 'string' || typeof value === 'object')) continue;
    const text = JSON.stringify(value);
    if (text === JSON.stringify(short(value))) continue;
    kept[to] = text.length > MOST_KEPT ? null : value;
  }
  return kept;
}

/** Only what was filled in: the rest stands in the flow's version, which never changes, and would double the size of a run. */
function settingsOf(step: FlowStep, filled: JsonObject): Pick<StepRecord, 'settings'> {
  const known = filledIn.get(filled);
  if (known !== undefined) return known;
  const changed = Object.entries(filled).filter(([name, value]) => !isSame(value, step.settings[name]));
  const part = changed.length === 0 ? {} : { settings: shortObject(Object.fromEntries(changed)) };
  if (Object.isFrozen(filled)) filledIn.set(filled, part);
  return part;
}

/** Of settings that come out the same each time: frozen ones. */
const filledIn = new WeakMap<JsonObject, Pick<StepRecord, 'settings'>>();

/** What has no places comes out of the filling as it was; a list comes out anew, entry by entry. */
function isSame(filled: Json, saved: Json | undefined): boolean {
  return filled === saved || (typeof filled === 'object' && JSON.stringify(filled) === JSON.stringify(saved));
}

/** Adds a sentence to the newest record. */
export function note(walk: Walk, says: string): void {
  const last = walk.history.at(-1);
  if (last === undefined) return;
  const masked = maskSecrets(says);
  const noted = { ...last, says: last.says === undefined ? masked : `${last.says} ${masked}` };
  walk.history[walk.history.length - 1] = noted;
}

/** Why the whole run failed, unless its last step has just said so itself. */
export function recordFailure(walk: Walk, says: string): void {
  const masked = maskSecrets(says);
  if (walk.history.at(-1)?.says?.startsWith(masked) === true) return;
  walk.history.push({
    step: '',
    type: '',
    depth: walk.run.frames.length - 1,
    at: walk.world.now,
    is: 'fail',
    says: masked,
  });
}

function short(value: Json): Json {
  if (typeof value === 'string') {
    const masked = maskSecrets(value);
    return masked.length > MOST_CHARACTERS
      ? `${masked.slice(0, MOST_CHARACTERS)}… (${masked.length} characters)`
      : masked;
  }
  if (Array.isArray(value)) return value.slice(0, MOST_ENTRIES).map(short);
  return isJsonObject(value) ? shortObject(value) : value;
}

function shortObject(value: JsonObject): JsonObject {
  const entries = Object.entries(value).slice(0, MOST_ENTRIES);
  return Object.fromEntries(entries.map(([key, inner]) => [key, short(inner)]));
}
