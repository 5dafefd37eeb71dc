// Why an event did, or did not, start a flow: the gates it came to, in order, with the facts each one saw.
import type { JsonObject } from './json.ts';

export interface GateRecord {
  readonly gate: string;
  readonly verdict: 'pass' | 'stop';
  readonly facts: JsonObject;
}

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
