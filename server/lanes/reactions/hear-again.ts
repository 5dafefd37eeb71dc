// An event of before meets subscriptions again: those that are asked for decide anew, the others keep what they decided.
import type { Decision } from '@bellwire/model/decision.ts';
import type { PastEvent, Work } from '../work.ts';
import { listen } from './listen.ts';
import { sumUp } from './sum-up.ts';

/**
 * Nothing overlaps for one contact: when a run waits for an answer, the arrival is kept at the head of its lane. It comes back
 * after the answer, reads the event again, and goes on with those that have not had their turn.
 */
export function hearAgain(
  work: Work,
  event: PastEvent,
  isAsked: (decision: Decision) => boolean,
): readonly Decision[] {
  const eventId = event.row.id;
  const decisions: Decision[] = [];
  for (const decision of event.decisions) {
    const listener = work.definitions.subscription(decision.subscriptionId);
    if (isAsked(decision) && listener !== undefined && work.contact !== null) {
      if (work.call === null) {
        decisions.push(
          listen(work, work.contact, listener, { eventId, fire: event.fire, firedAt: event.row.acceptedAt }),
        );
        continue;
      }
      work.keep = work.row.arrival;
    }
    if (decision.result === 'parked') parkStill(work, eventId, decision, listener !== undefined);
    decisions.push(decision);
  }
  work.unparked.push(eventId);
  work.events.push({ row: event.row, fire: event.fire, ...sumUp(decisions), decisions });
  return decisions;
}

function parkStill(
  work: Work,
  eventId: string,
  { subscriptionId, gates }: Decision,
  isListening: boolean,
): void {
  const stopped = gates.find(({ verdict }) => verdict === 'stop')?.gate ?? 'internal';
  work.parked.push({ eventId, subscriptionId, reason: isListening ? stopped : 'subscription-gone' });
}
