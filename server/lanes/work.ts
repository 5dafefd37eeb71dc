// What one arrival leads to, gathered while it is worked off and written in the commit of its batch: nothing happens before.
import type { Decision } from '@bellwire/model/decision.ts';
import type { ContactState } from '@bellwire/model/contact.ts';
import type { Call } from '@bellwire/model/effect.ts';
import type { EventState } from '@bellwire/model/event.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { Message } from '@bellwire/model/message.ts';
import type { Order } from '@bellwire/model/order.ts';
import type { Run, RunStatus, StepRecord } from '@bellwire/model/run.ts';
import type { Script } from '@bellwire/model/script.ts';
import type { World } from '@bellwire/engine/world.ts';
import type { Arrival, FireArrival } from './arrival.ts';
import type { Definitions } from './definitions.ts';
import type { EntityState } from './entity.ts';
import type { RerunEnd } from './rerun-ref.ts';

/** A row of the log as the owner reads it. */
export interface LaneRow {
  readonly seq: number;
  readonly lane: string;
  readonly shard: number;
  readonly workspaceId: string;
  readonly id: string;
  readonly acceptedAt: string;
  readonly arrival: Arrival;
  /** Whether it had been put aside, and stands in the place of its lane rather than in the log. */
  readonly isHeld: boolean;
}

/** An event with what became of it. */
export interface SettledEvent {
  readonly row: LaneRow;
  readonly fire: FireArrival;
  readonly state: EventState;
  readonly reason: string | null;
  readonly decisions: readonly Decision[];
}

export interface OpenUrl {
  readonly id: string;
  readonly token: string;
  readonly installId: string;
  readonly versionId: string;
  readonly name: string;
  readonly values: JsonObject;
  readonly expiresAt: string;
  readonly run: Run;
}

/** An event of before, read again because something of it is to be done again. */
export interface PastEvent {
  readonly row: LaneRow;
  readonly fire: FireArrival;
  readonly decisions: readonly Decision[];
  readonly state: EventState;
}

/** A run that is over, read again because it is to be walked again. */
export interface PastRun {
  readonly id: string;
  readonly botId: string | null;
  readonly eventId: string | null;
  readonly subscriptionId: string | null;
  /** Null for one that began in a flow of an app. */
  readonly flowId: string | null;
  readonly flowVersion: number | null;
  readonly hops: number;
  readonly status: RunStatus;
  readonly history: readonly StepRecord[];
  readonly event: PastEvent | null;
}

/** The runs that a batch knows; what one arrival changes lies on top, until it is known to be whole. */
export interface RunShelf {
  get(id: string): Run | undefined;
  set(id: string, run: Run): void;
}

/**
 * The state of one arrival's work. Reactions change it and nothing else; it is dropped whole when a reaction fails, so a
 * mistake in one arrival leaves no half-done trace in the batch.
 */
export interface Work {
  readonly row: LaneRow;
  readonly now: string;
  readonly definitions: Definitions;
  readonly world: World;
  /** Runs under way that arrivals of this batch may name, and those that were moved, by id. */
  readonly runs: RunShelf;
  readonly pastEvent: PastEvent | null;
  readonly pastRun: PastRun | null;
  contact: ContactState | null;
  contactChanged: boolean;
  /** The request or script that now holds the lane; null lets the next arrival in. */
  call: { readonly run: Run; readonly call: Call | Script } | null;
  /** Keeps the arrival at the head of its lane, with this body, instead of ending it. */
  keep: Arrival | null;
  readonly changedRuns: Set<string>;
  /** Those that had been waiting: the timers they waited for are over. */
  readonly resumedRuns: string[];
  readonly said: { readonly message: Message; readonly runId: string | null }[];
  readonly orders: Order[];
  readonly fires: { readonly id: string; readonly fire: FireArrival }[];
  readonly urls: OpenUrl[];
  readonly timers: {
    /** What waits: a run, or an event that gathers others. */
    readonly runId: string;
    readonly turn: number;
    readonly dueAt: string;
    /** What comes when the time is over; without one, the run goes on. */
    readonly arrival?: Arrival;
  }[];
  readonly events: SettledEvent[];
  readonly parked: {
    readonly eventId: string;
    readonly subscriptionId: string | null;
    readonly reason: string;
  }[];
  /** Events whose parked rows are settled by this work. */
  readonly unparked: string[];
  /** What was asked for by a person, and what it came to. */
  readonly reruns: RerunEnd[];
  readonly counts: { readonly subscriptionId: string; readonly result: 'done' | 'filtered' | 'parked' }[];
  /** What is known of the thing that the event tells of; null where it tells of none. */
  entity: EntityState | null;
  entityChanged: boolean;
  /** Fires by flows for this contact within the last minute, this one included; 0 where no flow fired it. */
  readonly flowFires: number;
  /** The triggers that led here, the first one first; read only where there are too many. */
  readonly causes: readonly string[];
  /** Whether the contact itself did something, rather than something being done for it. */
  seen: boolean;
}
