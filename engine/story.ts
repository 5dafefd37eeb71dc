// The story of a run: one record per step, with secrets masked and long values cut, so that it can be kept and shown.
import type { FlowStep } from '@bellwire/model/flow.ts';
import { isJsonObject, type Json, type JsonObject } from '@bellwire/model/json.ts';
import type { Frame, StepRecord } from '@bellwire/model/run.ts';
import type { Outcome } from '@bellwire/model/step-type.ts';
import type { Walk } from './advance.ts';
import { maskSecrets } from './secret-mark.ts';

const MOST_CHARACTERS = 500;
const MOST_ENTRIES = 30;

interface Taken {
  readonly frame: Frame;
  readonly step: FlowStep;
  readonly filled: JsonObject;
  readonly outcome: Outcome;
}

export function record(walk: Walk, { frame, step, filled, outcome }: Taken): void {
  const set: JsonObject = {};
  for (const { to, value } of outcome.set ?? []) set[to] = short(value);
  const entry: StepRecord = {
    step: step.id,
    type: step.type,
    depth: walk.run.frames.length - 1,
    ...(frame.flow.is === 'app' ? { install: frame.flow.installId } : {}),
    at: walk.world.now,
    settings: shortObject(filled),
    is: outcome.is,
    ...(outcome.is === 'go' ? { exit: outcome.exit } : {}),
    ...(Object.keys(set).length > 0 ? { set } : {}),
    ...(outcome.says === undefined ? {} : { says: maskSecrets(outcome.says) }),
  };
  walk.run = { ...walk.run, history: [...walk.run.history, entry] };
}

/** Adds a sentence to the newest record. */
export function note(walk: Walk, says: string): void {
  const last = walk.run.history.at(-1);
  if (last === undefined) return;
  const noted = { ...last, says: last.says === undefined ? says : `${last.says} ${says}` };
  walk.run = { ...walk.run, history: [...walk.run.history.slice(0, -1), noted] };
}

function short(value: Json): Json {
  if (typeof value === 'string') {
    const masked = maskSecrets(value);
    return masked.length > MOST_CHARACTERS ? `${masked.slice(0, MOST_CHARACTERS)}… (${masked.length} characters)` : masked;
  }
  if (Array.isArray(value)) return value.slice(0, MOST_ENTRIES).map(short);
  return isJsonObject(value) ? shortObject(value) : value;
}

function shortObject(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).slice(0, MOST_ENTRIES).map(([key, inner]) => [key, short(inner)]));
}
