// Catching up: events that a subscription did not hear, because it was off or not there, meet it afterwards.
import { z } from 'zod';
import { operation } from '../operation.ts';
import { perSecond, rerunView } from './reruns.ts';

const MOST_DAYS = 90;

const missed = { subscriptionId: z.uuid(), days: z.coerce.number().int().min(1).max(MOST_DAYS).default(7) };

export const catchUpOperations = {
  countMissed: operation({
    method: 'GET',
    path: '/api/subscriptions/{subscriptionId}/missed',
    group: 'subscriptions',
    about: 'How many events of the last days this subscription did not hear.',
    who: 'viewer',
    scope: 'events:read',
    input: z.object(missed),
    output: z.object({ count: z.int(), days: z.int(), oldestAt: z.iso.datetime().nullable() }),
    problems: ['not-found'],
  }),
  catchUp: operation({
    method: 'POST',
    path: '/api/subscriptions/{subscriptionId}/catch-up',
    group: 'subscriptions',
    about:
      'Lets the events of the last days that this subscription did not hear meet it now, the oldest first, so many a second.',
    who: 'builder',
    scope: 'events:write',
    input: z.object({ ...missed, perSecond }),
    output: rerunView,
    status: 202,
    problems: ['not-found', 'conflict'],
  }),
};
