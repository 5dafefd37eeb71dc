// Why an event did, or did not, start a flow: the gates it came to, in order, with the facts each one saw.
import type { JsonObject } from './json.ts';
import type { Role } from './operation.ts';

export interface GateRecord {
  readonly gate: string;
  readonly verdict: 'pass' | 'stop';
  readonly facts: JsonObject;
}

/** Where in the workspace a person mends what a gate stopped at. */
export const mendPlaces = ['subscription', 'flow', 'contact', 'unmatched', 'store', 'apps'] as const;

export interface Mend {
  /** Says what to do there, as a button does: "Publish the flow". */
  readonly label: string;
  readonly at: (typeof mendPlaces)[number];
}

/** The least role that may change something there. */
export const roleToMend: Readonly<Record<Mend['at'], Role>> = {
  subscription: 'builder',
  flow: 'builder',
  contact: 'agent',
  unmatched: 'agent',
  store: 'admin',
  apps: 'admin',
};

export const decisionResults = ['ran', 'filtered', 'parked', 'off'] as const;
export type DecisionResult = (typeof decisionResults)[number];

/** One event and one subscription: all gates up to the first that said no. */
export interface Decision {
  readonly subscriptionId: string;
  readonly flowId: string;
  readonly result: DecisionResult;
  readonly gates: readonly GateRecord[];
  readonly runId: string | null;
}
