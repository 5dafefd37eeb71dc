// What was parked of an event goes through the gates again; what still cannot run stays parked, with the reason of now.
import { hearAgain } from './hear-again.ts';
import type { Reaction } from './reaction.ts';

export const unpark: Reaction<'unpark'> = {
  react: (work) => {
    const event = work.pastEvent;
    // Run by another arrival, or dismissed, since it was asked for.
    if (event === null || !event.isParked) return;
    hearAgain(work, event, ({ result }) => result === 'parked');
  },
};
