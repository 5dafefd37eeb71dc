// What an event as a whole came to, from the decisions of its subscriptions.
import type { Decision } from '@bellwire/model/decision.ts';
import type { EventState } from '@bellwire/model/event.ts';
import { reasonOf } from '@bellwire/engine/gates/gates.ts';

/** What needs somebody's hand comes first. */
export function sumUp(decisions: readonly Decision[]): { state: EventState; reason: string | null } {
  const parked = decisions.find(({ result }) => result === 'parked');
  if (parked !== undefined) return { state: 'parked', reason: reasonOf(parked) };
  if (decisions.some(({ result }) => result === 'ran')) return { state: 'done', reason: null };
  const filtered = decisions.find(({ result }) => result === 'filtered');
  if (filtered !== undefined) return { state: 'filtered', reason: reasonOf(filtered) };
  const off = decisions.find(({ result }) => result === 'off');
  return {
    state: 'unheard',
    reason:
      off === undefined ? 'Nobody listens: no subscription of this bot is to this trigger.' : reasonOf(off),
  };
}
