// What is parked: kept until its cause is mended, then run or dismissed by a person.
import { z } from 'zod';
import { mendPlaces } from '../decision.ts';
import { jsonSchema } from '../name.ts';
import { operation, pageInput, pageOf, roles } from '../operation.ts';
import { perSecond, rerunView } from './reruns.ts';

/** Which lot: what is parked for the same reason of the same trigger and subscription. */
const lot = z.object({
  reason: z.string().min(1).max(60),
  installId: z.uuid(),
  trigger: z.string().max(60),
  /** Left out where the event never met a subscription. */
  subscriptionId: z.uuid().optional(),
});

const lotView = lot.extend({
  subscriptionId: z.uuid().nullable(),
  /** The reason in words. */
  label: z.string(),
  /** What to do, as a sentence. */
  advice: z.string(),
  /** Where it is mended, and the least role that can; null where nothing here lets it run. */
  mend: z.object({ label: z.string(), at: z.enum(mendPlaces), who: z.enum(roles) }).nullable(),
  appLabel: z.string(),
  logo: z.string().nullable(),
  triggerLabel: z.string(),
  botId: z.uuid().nullable(),
  botName: z.string().nullable(),
  flowId: z.uuid().nullable(),
  flowName: z.string().nullable(),
  count: z.int(),
  oldestAt: z.iso.datetime(),
  /** How many are parked for longer than the server warns after, and what that means; null where none is. */
  warning: z.string().nullable(),
});

const parkedView = z.object({
  eventId: z.uuid(),
  contactId: z.uuid().nullable(),
  contactNs: z.string().nullable(),
  contactName: z.string().nullable(),
  items: jsonSchema,
  firedAt: z.iso.datetime(),
  parkedAt: z.iso.datetime(),
});

/** Why, in the words of whoever dismisses: it stands in the event's story. */
const because = z.string().trim().min(1).max(500);

export const parkedOperations = {
  listParkedLots: operation({
    method: 'GET',
    path: '/api/parked',
    group: 'parked',
    about:
      'What is parked, by reason, trigger and subscription: how many, since when, who can mend it, and where.',
    who: 'viewer',
    scope: 'events:read',
    input: z.object({}),
    output: z.object({ rows: z.array(lotView) }),
  }),
  listParked: operation({
    method: 'GET',
    path: '/api/parked/events',
    group: 'parked',
    about: 'The parked events of one lot, the oldest first.',
    who: 'viewer',
    scope: 'events:read',
    input: lot.extend(pageInput),
    output: pageOf(parkedView),
  }),
  runParkedLot: operation({
    method: 'POST',
    path: '/api/parked/run',
    group: 'parked',
    about:
      'Runs all of a lot through the same gates again, the oldest first, so many a second. It goes on across restarts.',
    who: 'agent',
    scope: 'events:write',
    input: lot.extend({ perSecond }),
    output: rerunView,
    status: 202,
    problems: ['conflict'],
  }),
  dismissLot: operation({
    method: 'POST',
    path: '/api/parked/dismiss',
    group: 'parked',
    about: 'Lets nothing of a lot ever run. The events stay readable, with the reason given.',
    who: 'agent',
    scope: 'events:write',
    input: lot.extend({ because }),
    output: z.object({ count: z.int(), says: z.string() }),
    problems: ['conflict'],
  }),
  dismissParked: operation({
    method: 'POST',
    path: '/api/events/{eventId}/dismiss',
    group: 'parked',
    about: 'Lets what is parked of an event never run. The event stays readable, with the reason given.',
    who: 'agent',
    scope: 'events:write',
    input: z.object({ eventId: z.uuid(), because }),
    output: z.object({ says: z.string() }),
    problems: ['not-found', 'conflict'],
  }),
};
