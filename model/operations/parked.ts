// What is parked: kept until its cause is mended, then run or dismissed by a person.
import { z } from 'zod';
import { operation } from '../operation.ts';

/** Why, in the words of whoever dismisses: it stands in the event's story. */
const reason = z.string().trim().min(1).max(500);

export const parkedOperations = {
  dismissParked: operation({
    method: 'POST',
    path: '/api/events/{eventId}/dismiss',
    group: 'parked',
    about: 'Lets what is parked of an event never run. The event stays readable, with the reason given.',
    who: 'agent',
    scope: 'events:write',
    input: z.object({ eventId: z.uuid(), reason }),
    output: z.object({ says: z.string() }),
    problems: ['not-found', 'conflict'],
  }),
};
