// What was parked of an event goes through the gates again; what still cannot run stays parked, with the reason of now.
import type { Decision } from '@bellwire/model/decision.ts';
import { decideRerun, stopRerun } from '../end-rerun.ts';
import { hearAgain } from './hear-again.ts';
import type { Reaction } from './reaction.ts';

export const unpark: Reaction<'unpark'> = {
  react: (work, { rerun }) => {
    const event = work.pastEvent;
    if (event === null || event.state !== 'parked')
      return stopRerun(work, rerun, 'It was run by another, or dismissed, before.');
    const isParked = ({ result }: Decision): boolean => result === 'parked';
    const parked = new Set(event.decisions.filter(isParked).map(({ subscriptionId }) => subscriptionId));
    const again = hearAgain(work, event, isParked).filter((each) => parked.has(each.subscriptionId));
    decideRerun(work, rerun, again.find(({ result }) => result !== 'ran') ?? again[0]);
  },
};
