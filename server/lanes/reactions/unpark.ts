// What was parked of an event goes through the gates again; what still cannot run stays parked, with the reason of now.
import type { Reaction } from './reaction.ts';
import { listen } from './listen.ts';
import { sumUp } from './fire.ts';

export const unpark: Reaction<'unpark'> = {
  react: (work, { eventId }) => {
    const event = work.parkedEvent;
    if (event === null || work.contact === null) return;
    const listeners = work.definitions.listeners(
      event.fire.installId,
      event.fire.trigger,
      work.contact.botId,
    );
    work.unparked.push(eventId);
    const decisions = event.decisions.map((decision) => {
      const listener = listeners.find(({ subscriptionId }) => subscriptionId === decision.subscriptionId);
      if (decision.result !== 'parked' || work.contact === null) return decision;
      if (listener === undefined || work.call !== null) {
        work.parked.push({ eventId, subscriptionId: decision.subscriptionId, reason: 'lane-busy' });
        return decision;
      }
      return listen(work, work.contact, listener, { eventId, fire: event.fire });
    });
    work.events.push({ row: event.row, fire: event.fire, ...sumUp(decisions), decisions });
  },
};
