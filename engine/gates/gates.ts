// The gates between an event and a flow, in the order in which they are asked; the first that says no decides.
import type { Decision, GateRecord, Mend } from '@bellwire/model/decision.ts';
import { appAllowed } from './app-allowed.ts';
import { appInstalled } from './app-installed.ts';
import { arrivalGates } from './arrival.ts';
import { botActive } from './bot-active.ts';
import { connection } from './connection.ts';
import { filter } from './filter.ts';
import { flowPublished } from './flow-published.ts';
import type { Gate, GateFacts, Stop } from './gate.ts';
import { loopGuard } from './loop-guard.ts';
import { newestWins } from './newest-wins.ts';
import { rateGuard } from './rate-guard.ts';
import { subscriptionOn } from './subscription-on.ts';
import { takenUp } from './taken-up.ts';

export const gates: readonly Gate[] = [
  subscriptionOn,
  appInstalled,
  appAllowed,
  connection,
  loopGuard,
  rateGuard,
  takenUp,
  newestWins,
  filter,
  flowPublished,
  botActive,
];

export interface GateResult {
  /** Null when every gate let it through. */
  readonly stoppedBy: { readonly gate: string; readonly leads: Stop } | null;
  readonly records: readonly GateRecord[];
  /** Whether the items go into the user fields. */
  readonly maps: boolean;
}

export function passGates(facts: GateFacts): GateResult {
  const records: GateRecord[] = [];
  for (const gate of gates) {
    if (gate.concerns?.(facts) === false) continue;
    const verdict = gate.decide(facts);
    records.push({ gate: gate.name, verdict: verdict.verdict, facts: verdict.facts });
    if (verdict.verdict === 'stop') {
      return {
        stoppedBy: { gate: gate.name, leads: verdict.leads },
        records,
        maps: gate.mapsAnyway === true,
      };
    }
  }
  return { stoppedBy: null, records, maps: true };
}

/** The gate's question, as a checklist shows it. */
export function gateLabel(name: string): string {
  return gateOf(name)?.label ?? name;
}

/** Those behind the first no, but for the ones that concern only some events: nobody can tell whether they would have been asked. */
export function unaskedGates(records: readonly Pick<GateRecord, 'gate'>[]): readonly Gate[] {
  const asked = new Set(records.map(({ gate }) => gate));
  return gates.filter(({ name, concerns }) => concerns === undefined && !asked.has(name));
}

/** What the gate answered, in words. */
export function sayGate(record: GateRecord): string {
  return gateOf(record.gate)?.says(record) ?? '';
}

/** What can be done about a gate that stopped the event; null where it did not, or where nothing can. */
export function mendOf({ gate, verdict }: GateRecord): Mend | null {
  return verdict === 'stop' ? (gateOf(gate)?.mend ?? null) : null;
}

function gateOf(name: string) {
  return gates.find((gate) => gate.name === name) ?? arrivalGates.find((gate) => gate.name === name);
}

/** Why a decision did not run its flow: the words of the gate that said no. */
export function reasonOf({ gates: records }: Pick<Decision, 'gates'>): string | null {
  const stopped = records.find((record) => record.verdict === 'stop');
  return stopped === undefined ? null : sayGate(stopped);
}
