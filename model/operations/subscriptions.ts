// A bot's subscriptions: which trigger of which install starts which flow.
import { z } from 'zod';
import { conditionSchema } from '../condition.ts';
import { nameSchema } from '../name.ts';
import { nothing, operation } from '../operation.ts';
import { itemMappingSchema } from '../subscription.ts';
import { complaintView } from './views.ts';

const subscriptionView = z.object({
  id: z.uuid(),
  botId: z.uuid(),
  installId: z.uuid(),
  installName: z.string(),
  appLabel: z.string(),
  logo: z.string().nullable(),
  trigger: z.string(),
  triggerLabel: z.string(),
  enabled: z.boolean(),
  /** False once the install is gone: it stays listed, greyed out. */
  installed: z.boolean(),
  filter: conditionSchema.nullable(),
  note: z.string(),
  mappings: z.array(itemMappingSchema),
  flowId: z.uuid(),
  flowName: z.string(),
  lastFiredAt: z.iso.datetime().nullable(),
  counts: z.object({ done: z.int(), filtered: z.int(), parked: z.int() }),
  createdAt: z.iso.datetime(),
  /** What the installed version no longer brings: it still runs, with less. */
  warnings: z.array(complaintView),
});

const subscriptionInput = z.object({
  installId: z.uuid(),
  trigger: nameSchema,
  enabled: z.boolean().default(true),
  filter: conditionSchema.nullable().default(null),
  note: z.string().max(500).default(''),
  mappings: z.array(itemMappingSchema).max(100).default([]),
  flowId: z.uuid(),
});

const botId = z.uuid();
const subscriptionId = z.uuid();

export const subscriptionOperations = {
  listSubscriptions: operation({
    method: 'GET',
    path: '/api/bots/{botId}/subscriptions',
    group: 'subscriptions',
    about: "The bot's subscriptions to triggers of installed apps.",
    who: 'viewer',
    scope: 'bots:read',
    input: z.object({ botId }),
    output: z.object({ rows: z.array(subscriptionView) }),
    problems: ['not-found'],
  }),
  createSubscription: operation({
    method: 'POST',
    path: '/api/bots/{botId}/subscriptions',
    group: 'subscriptions',
    about: "Subscribes to a trigger: its events start the flow for the event's contact.",
    who: 'builder',
    scope: 'bots:write',
    input: subscriptionInput.extend({ botId }),
    output: subscriptionView,
    status: 201,
    problems: ['not-found'],
  }),
  updateSubscription: operation({
    method: 'PATCH',
    path: '/api/subscriptions/{subscriptionId}',
    group: 'subscriptions',
    about: 'Changes a subscription; what is left out stays.',
    who: 'builder',
    scope: 'bots:write',
    input: z.object({
      subscriptionId,
      /** Another install of the same app: what is parked of the former one then runs through it. */
      installId: z.uuid().optional(),
      enabled: z.boolean().optional(),
      filter: conditionSchema.nullable().optional(),
      note: z.string().max(500).optional(),
      mappings: z.array(itemMappingSchema).max(100).optional(),
      flowId: z.uuid().optional(),
    }),
    output: subscriptionView,
    problems: ['not-found'],
  }),
  deleteSubscription: operation({
    method: 'DELETE',
    path: '/api/subscriptions/{subscriptionId}',
    group: 'subscriptions',
    about: 'Removes a subscription; its past events stay.',
    who: 'builder',
    scope: 'bots:write',
    input: z.object({ subscriptionId }),
    output: nothing,
    problems: ['not-found'],
  }),
};
