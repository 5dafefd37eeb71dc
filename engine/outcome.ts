// What an app may know of what became of its event: a state and a class of reason, and never a word of the bot's owner.
import type { Decision, GateRecord } from '@bellwire/model/decision.ts';
import type { EventState } from '@bellwire/model/event.ts';
import { problems } from '@bellwire/model/problem.ts';
import { gateLabel } from './gates/gates.ts';

export interface Outcome {
  readonly outcome: EventState;
  /** The name of the gate that stopped it, the code of the problem that refused it, or `no-subscription`. */
  readonly reason: string | null;
}

interface Settled {
  readonly state: EventState;
  readonly arrival: readonly GateRecord[];
  readonly decisions: readonly Decision[];
}

/** @example outcomeOf({ state: 'unheard', arrival: [], decisions: [] }) // { outcome: 'unheard', reason: 'no-subscription' } */
export function outcomeOf({ state, arrival, decisions }: Settled): Outcome {
  if (state === 'done' || state === 'waiting') return { outcome: state, reason: null };
  const stopped = [arrival, ...decisions.map(({ gates }) => gates)]
    .flat()
    .find(({ verdict }) => verdict === 'stop');
  if (stopped === undefined)
    return { outcome: state, reason: state === 'unheard' ? 'no-subscription' : null };
  const { code } = stopped.facts;
  return { outcome: state, reason: typeof code === 'string' && isProblem(code) ? code : stopped.gate };
}

/** Fixed words for a reason: nothing in them comes from the workspace where it happened. */
export function sayReason(reason: string): string {
  if (reason === 'no-subscription') return 'No subscription of the bot is to this trigger.';
  if (isProblem(reason)) return problems[reason].title;
  return `The gate “${gateLabel(reason)}” said no.`;
}

function isProblem(code: string): code is keyof typeof problems {
  return Object.hasOwn(problems, code);
}
