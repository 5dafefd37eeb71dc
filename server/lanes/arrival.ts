// What can arrive in a lane: everything that happens to a contact, from wherever it comes, in one order.
import type { EventSource } from '@bellwire/model/event.ts';
import type { CallAnswer } from '@bellwire/model/effect.ts';
import type { Decision, GateRecord } from '@bellwire/model/decision.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import type { AnswerFile } from '@bellwire/model/step-type.ts';
import type { Content } from '@bellwire/model/message.ts';
import type { ScriptResult } from '@bellwire/model/script.ts';
import type { ReplaySettings, RerunRef } from './rerun-ref.ts';

/** An event was fired: the trigger's items, checked against the contract. */
export interface FireArrival {
  readonly kind: 'fire';
  readonly installId: string;
  readonly trigger: string;
  readonly items: JsonObject;
  readonly source: EventSource;
  readonly firedBy: string;
  readonly hops: number;
  readonly causeRunId: string | null;
  readonly urlId: string | null;
  /** A test is meant for one subscription. */
  readonly onlySubscriptionId: string | null;
  readonly arrival: readonly GateRecord[];
  /** Set when a run of this event had to wait for an answer before the next subscription's turn: where to go on. */
  readonly progress?: { readonly next: number; readonly decisions: readonly Decision[] };
  /** Set when it has waited for others of its entity: it is accepted no second time. */
  readonly gathered?: { readonly firedAt: string };
}

/** The time is over in which events of one thing gather. */
export interface GatheredArrival {
  readonly kind: 'gathered';
  readonly installId: string;
  readonly name: string;
  readonly key: string;
}

/** The contact said something, or pressed a button: then `payload` says which. */
export interface SaidArrival {
  readonly kind: 'said';
  readonly text: string;
  readonly payload: string | null;
  /** What was sent instead of words; `text` then names it. */
  readonly file?: SaidFile;
}

export interface SaidFile extends AnswerFile {
  readonly content: Content;
}

/** The answer to a request, or the result of a script, that a run waits for. */
export interface AnswerArrival {
  readonly kind: 'answer';
  readonly runId: string;
  readonly turn: number;
  readonly answer: CallAnswer | ScriptResult;
}

/** A time that a run waits for has come. */
export interface DueArrival {
  readonly kind: 'due';
  readonly runId: string;
  readonly turn: number;
}

/** A one-time URL was called: the app's flow goes on with what it brought. */
export interface CallbackArrival {
  readonly kind: 'callback';
  readonly urlId: string;
  readonly installId: string;
  readonly versionId: string;
  readonly url: string;
  /** The app field values of the run that made the URL. */
  readonly values: JsonObject;
  /** What the call brought, form and query merged in. */
  readonly payload: Json;
  readonly hops: number;
  readonly causeRunId: string | null;
}

/** A webhook of an install was called: the app's flow runs with what it brought. */
export interface WebhookArrival {
  readonly kind: 'webhook';
  readonly installId: string;
  readonly versionId: string;
  readonly webhook: string;
  readonly payload: Json;
  /** The call is kept with it, so the run has this id. */
  readonly runId: string;
}

/** A webhook of a bot was called: what it brought goes to the contact, and the bot's flow runs. */
export interface BotWebhookArrival {
  readonly kind: 'bot-webhook';
  readonly botWebhookId: string;
  readonly payload: JsonObject;
  readonly runId: string;
}

/** A schedule of an install: its time has come, or its poll has met a record that is new. */
export interface ScheduledArrival {
  readonly kind: 'scheduled';
  readonly installId: string;
  readonly versionId: string;
  readonly schedule: string;
  /** Null for a time alone. */
  readonly record: Json;
}

/** A person or the API changes the contact. */
export interface ChangeArrival {
  readonly kind: 'change';
  readonly profile: {
    readonly name?: string | null;
    readonly email?: string | null;
    readonly phone?: string | null;
    readonly timeZone?: string | null;
  };
  readonly fields: JsonObject;
  readonly addTags: readonly string[];
  readonly removeTags: readonly string[];
  readonly pausedUntil?: string | null;
}

/** A member of the team, or an app, speaks to the contact. */
export interface SendArrival {
  readonly kind: 'send';
  readonly content: Content;
  readonly sender: 'member' | 'bot';
}

/** What was parked of an event is to go through the gates again. */
export interface UnparkArrival {
  readonly kind: 'unpark';
  readonly eventId: string;
  /** Where it is one of many that are run at a pace. */
  readonly rerun?: RerunRef;
}

/** An event of before is to meet one subscription that had not heard it. */
export interface HearArrival {
  readonly kind: 'hear';
  readonly eventId: string;
  readonly subscriptionId: string;
  readonly rerun?: RerunRef;
}

/** A run that is over is to be walked again. */
export interface ReplayArrival extends ReplaySettings {
  readonly kind: 'replay';
  readonly runId: string;
  readonly eventId: string | null;
  readonly rerun: RerunRef;
}

export type Arrival =
  | FireArrival
  | GatheredArrival
  | SaidArrival
  | AnswerArrival
  | DueArrival
  | CallbackArrival
  | WebhookArrival
  | BotWebhookArrival
  | ScheduledArrival
  | ChangeArrival
  | SendArrival
  | UnparkArrival
  | HearArrival
  | ReplayArrival;

export type ArrivalKind = Arrival['kind'];

/** An arrival with its address: the lane it goes into, and an id by which it is the same again. */
export interface AddressedArrival {
  readonly id: string;
  readonly workspaceId: string;
  /** The contact's id; the run's, for a run that belongs to no contact. */
  readonly lane: string;
  readonly arrival: Arrival;
}
