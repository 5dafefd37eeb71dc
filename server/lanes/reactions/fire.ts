// An event meets its contact: every subscription of the contact's bot to this trigger gets its turn, in the order they were made.
import type { Decision } from '@bellwire/model/decision.ts';
import type { FireArrival } from '../arrival.ts';
import type { SubscriptionDefinition } from '../definitions.ts';
import type { Work } from '../work.ts';
import { listen } from './listen.ts';
import { meetEntity } from './meet-entity.ts';
import type { Reaction } from './reaction.ts';
import { sumUp } from './sum-up.ts';

export const fire: Reaction<'fire'> = {
  react: (work, arrival) => {
    const { row } = work;
    if (work.contact === null) return park(work, arrival, 'contact-gone', 'The contact has been removed.');
    if (!meetEntity(work, arrival)) return;
    const listeners = work.definitions
      .listeners(arrival.installId, arrival.trigger, work.contact.botId)
      .filter(
        ({ subscriptionId }) =>
          arrival.onlySubscriptionId === null || arrival.onlySubscriptionId === subscriptionId,
      );
    const decisions = hear(work, arrival, listeners);
    if (decisions === null) return;
    work.events.push({ row, fire: arrival, ...sumUp(decisions), decisions });
  },
};

/** Nothing overlaps for one contact: when a run waits for an answer, the next subscription's turn comes after it. */
function hear(
  work: Work,
  arrival: FireArrival,
  listeners: readonly SubscriptionDefinition[],
): readonly Decision[] | null {
  const decisions = [...(arrival.progress?.decisions ?? [])];
  for (let next = arrival.progress?.next ?? 0; next < listeners.length; next++) {
    const listener = listeners[next];
    if (listener === undefined || work.contact === null) continue;
    if (work.call !== null) {
      work.keep = { ...arrival, progress: { next, decisions } };
      return null;
    }
    decisions.push(listen(work, work.contact, listener, { eventId: work.row.id, fire: arrival }));
  }
  return decisions;
}

function park(work: Work, arrival: FireArrival, reason: string, says: string): void {
  work.parked.push({ eventId: work.row.id, subscriptionId: null, reason });
  work.events.push({ row: work.row, fire: arrival, state: 'parked', reason: says, decisions: [] });
}
