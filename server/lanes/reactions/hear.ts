// An event that a subscription had not heard, because it was off or not there, meets it now; what others decided stays.
import type { Decision } from '@bellwire/model/decision.ts';
import { decideRerun, stopRerun } from '../end-rerun.ts';
import { hearAgain } from './hear-again.ts';
import type { Reaction } from './reaction.ts';

export const hear: Reaction<'hear'> = {
  react: (work, { subscriptionId, rerun }) => {
    const event = work.pastEvent;
    const listener = work.definitions.subscription(subscriptionId);
    if (event === null || listener === undefined)
      return stopRerun(work, rerun, 'The event or the subscription is no longer there.');
    if (event.state === 'dismissed' || (event.state === 'parked' && event.decisions.length === 0))
      return stopRerun(work, rerun, `The event is ${event.state}.`);
    const before = event.decisions.find((decision) => decision.subscriptionId === subscriptionId);
    if (before !== undefined && before.result !== 'off')
      return stopRerun(work, rerun, 'The subscription has heard this event.');
    const others = event.decisions.filter((decision) => decision !== before);
    const unheard: Decision = before ?? {
      subscriptionId,
      flowId: listener.flowId,
      result: 'off',
      gates: [],
      runId: null,
    };
    const decisions = hearAgain(
      work,
      { ...event, decisions: [...others, unheard] },
      (decision) => decision.subscriptionId === subscriptionId,
    );
    decideRerun(
      work,
      rerun,
      decisions.find((each) => each.subscriptionId === subscriptionId),
    );
  },
};
