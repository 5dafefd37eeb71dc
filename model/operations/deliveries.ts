// What became of an app's events wherever it is installed, for its developer: outcomes and times, and nothing of the owners'.
import { z } from 'zod';
import { eventStates } from '../event.ts';
import { operation, pageInput, pageOf } from '../operation.ts';

const deliveryView = z.object({
  eventId: z.uuid(),
  trigger: z.string(),
  /** The install's name where it is in the developer's own workspace; else one that says nothing, the same each time. */
  installName: z.string(),
  /** Whether it was in the developer's own workspace: then the event's story can be opened there. */
  isOwn: z.boolean(),
  isTest: z.boolean(),
  outcome: z.enum(eventStates),
  /** The name of the gate that stopped it, the code of the problem that refused it, or `no-subscription`. */
  reason: z.string().nullable(),
  says: z.string().nullable(),
  firedAt: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable(),
});

const appId = z.uuid();

export const deliveryOperations = {
  listDeliveries: operation({
    method: 'GET',
    path: '/api/apps/{appId}/deliveries',
    group: 'apps',
    about:
      "What became of the app's events in every workspace, newest first: outcome and class of reason, without items, contacts and flows. One page looks at a week.",
    who: 'builder',
    scope: 'apps:read',
    input: z.object({
      appId,
      trigger: z.string().max(60).optional(),
      outcome: z.enum(eventStates).optional(),
      ...pageInput,
    }),
    output: pageOf(deliveryView).extend({
      /** How far back this page has looked, where `next` goes on to look further. */
      lookedBackTo: z.iso.datetime().nullable(),
    }),
    problems: ['not-found'],
  }),
  countDeliveries: operation({
    method: 'GET',
    path: '/api/apps/{appId}/deliveries/counts',
    group: 'apps',
    about: "How the app's events went, by trigger and day (UTC), tests left out, and how long they took.",
    who: 'builder',
    scope: 'apps:read',
    input: z.object({ appId, days: z.coerce.number().int().min(1).max(30).default(7) }),
    output: z.object({
      rows: z.array(
        z.object({
          trigger: z.string(),
          day: z.iso.date(),
          count: z.int(),
          done: z.int(),
          /** Milliseconds from fired to settled, of those that ran a flow; null where none did. */
          p50Ms: z.number().nullable(),
          p95Ms: z.number().nullable(),
        }),
      ),
      /** Only so many of the newest events of each install are counted. */
      mostOfInstall: z.int(),
    }),
    problems: ['not-found'],
  }),
  getAppUse: operation({
    method: 'GET',
    path: '/api/apps/{appId}/use',
    group: 'apps',
    about: 'How many subscriptions there are to each trigger of the app, in all workspaces together.',
    who: 'builder',
    scope: 'apps:read',
    input: z.object({ appId }),
    output: z.object({
      triggers: z.array(z.object({ trigger: z.string(), subscriptions: z.int(), enabled: z.int() })),
    }),
    problems: ['not-found'],
  }),
};
