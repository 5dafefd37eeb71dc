// One visit of a step in a play: what went in, what came out and what it wanted done, whole, with secrets masked.
import type { Call, Effect } from '@bellwire/model/effect.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { FlowRef } from '@bellwire/model/run.ts';
import type { Outcome, Resume } from '@bellwire/model/step-type.ts';
import { maskSecrets, maskSecretsIn } from './secret-mark.ts';
import type { TakenStep } from './world.ts';

export interface PlayVisit {
  readonly step: string;
  readonly type: string;
  readonly flow: FlowRef;
  /** 0 is the flow that is played; deeper are those it went into. */
  readonly depth: number;
  /** ISO-8601, by the clock of the play. */
  readonly at: string;
  /** Its settings with the places filled. */
  readonly input: JsonObject;
  /** What brought it on, where it had paused. */
  readonly came: Resume | null;
  readonly is: Outcome['is'];
  readonly exit: string | null;
  /** What it wrote, by place: `user.status`. */
  readonly set: JsonObject;
  readonly says: string | null;
  readonly effects: readonly Effect[];
  /** The request it wants sent. */
  readonly call: Call | null;
}

export function visitOf(
  { frame, depth, step, filled, notes, resume, outcome }: TakenStep,
  at: string,
): PlayVisit {
  const sentences = [outcome.says ?? [], [...new Set(notes)].map((note) => `${note}.`)].flat();
  const set = (outcome.set ?? []).map(({ to, value }) => [to, maskSecretsIn(value)] as const);
  return {
    step: step.id,
    type: step.type,
    flow: frame.flow,
    depth,
    at,
    // A step that failed before its places were filled shows them as they stand.
    input: masked(Object.keys(filled).length === 0 ? step.settings : filled),
    came: resume ?? null,
    is: outcome.is,
    exit: outcome.is === 'go' ? outcome.exit : null,
    set: Object.fromEntries(set),
    says: sentences.length === 0 ? null : maskSecrets(sentences.join(' ')),
    effects: outcome.effects ?? [],
    call: outcome.is === 'call' ? outcome.call : null,
  };
}

function masked(values: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, maskSecretsIn(value)]));
}
