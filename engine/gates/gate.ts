// What a gate is: one pure question about one event and one subscription, answered with the facts it saw.
import type { ContactState } from '@bellwire/model/contact.ts';
import type { GateRecord, Mend } from '@bellwire/model/decision.ts';
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
  readonly flowId: string;
  readonly flowName: string;
  /** Null while the flow has never been published. */
  readonly flowVersion: number | null;
}

export interface GateFacts {
  readonly listener: Listener;
  readonly contact: ContactState;
  readonly hops: number;
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
