// What a gate is: one pure question about one event and one subscription, answered with the facts it saw.
import type { ContactState } from '@bellwire/model/contact.ts';
import type { GateRecord, Mend } from '@bellwire/model/decision.ts';
import type { EntityMark, EntityRule, OrderValue } from '@bellwire/model/entity.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import type { Condition } from '@bellwire/model/condition.ts';
import type { Scope } from '../language/scope.ts';

/** The subscription as gates see it, with what they need to know of its install and flow. */
export interface Listener {
  readonly subscriptionId: string;
  readonly enabled: boolean;
  readonly filter: Condition | null;
  readonly installed: boolean;
  readonly appLabel: string;
  /** Why the operator has stopped the app; null while it is not. */
  readonly suspended: string | null;
  /** Since when the app's service refuses the install's auth values, and what it answered; null while it does not. */
  readonly connectionLost: { readonly since: string; readonly answer: string } | null;
  readonly flowId: string;
  readonly flowName: string;
  /** Null while the flow has never been published. */
  readonly flowVersion: number | null;
}

/** What the event's trigger tells of, and what has been seen of it. */
export interface EntityFacts {
  readonly name: string;
  readonly rule: EntityRule;
  /** The item that orders its events; null where there is none. */
  readonly by: string | null;
  readonly mark: EntityMark;
  readonly newest: NewestSeen | null;
}

export interface NewestSeen {
  readonly order: OrderValue;
  readonly eventId: string;
}

export interface GateFacts {
  readonly eventId: string;
  readonly listener: Listener;
  readonly contact: ContactState;
  readonly hops: number;
  /** The triggers that led here, the first one first; known where there are too many. */
  readonly causes: readonly string[];
  /** Fires by flows for this contact within the last minute, this one included; 0 where no flow fired it. */
  readonly flowFires: number;
  /** Whether the event is heard again because a person wishes so. */
  readonly isAgain: boolean;
  /** Null where its trigger tells of none. */
  readonly entity: EntityFacts | null;
  /** The event that came while this one waited, and runs in its stead. */
  readonly takenUpBy: string | null;
  readonly onlySubscriptionId: string | null;
  /** What the filter can name: `trigger`, `user`, `contact`, `bot`, `order`. */
  readonly scope: Scope;
}

/** What a stop leads to: the flow does not run (`filtered`, `off`), or the event is kept until the cause is repaired. */
export type Stop = 'off' | 'filtered' | 'parked';

export type Verdict =
  | { readonly verdict: 'pass'; readonly facts: JsonObject }
  | { readonly verdict: 'stop'; readonly leads: Stop; readonly facts: JsonObject };

export interface Gate {
  readonly name: string;
  /** The question, as a checklist shows it. */
  readonly label: string;
  /** Whether items are still mapped to user fields when this gate stops: data is kept even while the bot is quiet. */
  readonly mapsAnyway?: true;
  /** What the owner of the bot can do where it stops; left out where there is nothing to mend. */
  readonly mend?: Mend;
  /** Where only some events have to do with it: the others pass without a record. */
  concerns?(facts: GateFacts): boolean;
  decide(facts: GateFacts): Verdict;
  /** The answer in words, for the story and for the parked lot. */
  says(record: GateRecord): string;
}

export function pass(facts: JsonObject = {}): Verdict {
  return { verdict: 'pass', facts };
}

export function stop(leads: Stop, facts: JsonObject = {}): Verdict {
  return { verdict: 'stop', leads, facts };
}

export function fact(record: GateRecord, name: string): string {
  return inWords(record.facts[name]);
}

/** A text as it is, without quotation marks; anything else as JSON writes it. */
export function inWords(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
