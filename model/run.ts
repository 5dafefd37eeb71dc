// One walk through a flow for one contact (or for none): all that has to be kept while it waits, as plain data.
import type { JsonObject } from './json.ts';

/** A flow that does not change any more: a published version of a bot's flow, or a flow of an app's version. */
export type FlowRef =
  | { readonly is: 'bot'; readonly flowId: string; readonly version: number }
  | { readonly is: 'app'; readonly installId: string; readonly versionId: string; readonly flow: string };

/** One level of a run: a bot's flow that has entered an app's action has two. */
export interface Frame {
  readonly flow: FlowRef;
  /** The step it stands at; null when it is through. */
  readonly at: string | null;
  /** App field values, in a frame of an app; the trigger's items, in a frame of a bot. */
  readonly values: JsonObject;
  /** The action this frame was entered by: its outputs go back when it ends. */
  readonly action: string | null;
  /** What its caller handed over, where a step "Run flow" has entered it. */
  readonly input?: JsonObject;
}

/** `superseded`: it waited, and a newer event of the same thing has started another in its stead. */
export const runStatuses = ['waiting', 'done', 'failed', 'superseded'] as const;
export type RunStatus = (typeof runStatuses)[number];

export type Waiting =
  | { readonly is: 'answer'; readonly state: JsonObject }
  | { readonly is: 'message'; readonly until: string; readonly state: JsonObject }
  | { readonly is: 'time'; readonly until: string; readonly state?: JsonObject };

/** One step of the story: what came in, which way it went out. Secrets are masked before it is written. */
export interface StepRecord {
  readonly step: string;
  readonly type: string;
  /** How deep in the run's frames: 0 is the flow it began with. */
  readonly depth: number;
  /** The install whose flow this step is of: its developer sees these steps and no others. */
  readonly install?: string;
  readonly at: string;
  readonly settings?: JsonObject;
  readonly is: string;
  readonly exit?: string;
  readonly set?: JsonObject;
  readonly says?: string;
  /** A step that could have had an effect, and had none. */
  readonly idle?: true;
  /** How many messages it said, where it is more than one. */
  readonly said?: number;
  /** The status of the answer to its request; 0 where none came. */
  readonly status?: number;
  /** What it wrote into app fields, where `set` is not exactly that: a replay that skips the step goes on with it. */
  readonly kept?: JsonObject;
  /** Of a replay: it had been done before, and was not done again. */
  readonly skipped?: true;
}

/** What a replay knows of the run that it walks again. */
export interface Replay {
  /** The run that is replayed. */
  readonly of: string;
  /** By visit: steps that are not done again, and what came of them then. */
  readonly done: Readonly<Record<string, RecalledVisit>>;
  /** By visit: the exits taken on the way to `from`, which are taken again whatever the step would decide today. */
  readonly ways: Readonly<Record<string, string>>;
  /** The visit from which all is decided anew; null once it is reached, and for a replay from the start. */
  readonly from: string | null;
}

export interface RecalledVisit {
  readonly type: string;
  readonly exit: string;
  /** App fields it wrote. */
  readonly set: JsonObject;
  readonly at: string;
}

export interface Run {
  readonly id: string;
  readonly workspaceId: string;
  readonly botId: string | null;
  readonly contactId: string | null;
  /** The event that started it, and the subscription that listened; null for other beginnings. */
  readonly eventId: string | null;
  readonly subscriptionId: string | null;
  /** How many fires led here: a loop of triggers stops at the limit. */
  readonly hops: number;
  readonly frames: readonly Frame[];
  readonly status: RunStatus;
  readonly waiting: Waiting | null;
  /** Counts the pauses: an answer that names another turn comes too late, and moves nothing. */
  readonly turn: number;
  /** Steps walked so far, against the budget. */
  readonly steps: number;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly history: readonly StepRecord[];
  /** Only of a run that walks another one again. */
  readonly replay?: Replay;
}

export const MOST_STEPS_IN_RUN = 1000;
export const MOST_STEPS_WITHOUT_PAUSE = 200;
/** Flows that have entered one another. */
export const MOST_FLOWS_DEEP = 10;
export const MOST_HOPS = 5;
