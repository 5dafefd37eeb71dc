// Bots, their flows, fields and subscriptions.
import { z } from 'zod';
import { conditionSchema } from '../condition.ts';
import { flowChangeSchema } from '../changes/flow-change.ts';
import { flowGraphSchema } from '../flow.ts';
import { labelSchema, nameSchema } from '../name.ts';
import { nothing, operation } from '../operation.ts';
import { itemMappingSchema } from '../subscription.ts';
import { valueTypeSchema } from '../value-type.ts';
import { complaintView } from './views.ts';

const botView = z.object({
  id: z.uuid(),
  number: z.int(),
  name: z.string(),
  /** The public part of the address of its web chat. */
  publicId: z.string(),
  greeting: z.string(),
  timeZone: z.string(),
  /** Runs when a contact says something that no keyword answers. */
  mainFlowId: z.uuid().nullable(),
  contacts: z.int(),
  createdAt: z.iso.datetime(),
});

const flowSummaryView = z.object({
  id: z.uuid(),
  botId: z.uuid(),
  name: z.string(),
  publishedVersion: z.int().nullable(),
  hasUnpublishedChanges: z.boolean(),
  /** Words, said by a contact, that start it. */
  keywords: z.array(z.string()),
  /** The subscriptions that start it. */
  startedBy: z.array(z.object({ subscriptionId: z.uuid(), label: z.string() })),
  updatedAt: z.iso.datetime(),
});

const flowView = flowSummaryView.extend({
  graph: flowGraphSchema,
  revision: z.int(),
  complaints: z.array(complaintView),
});

const userFieldView = z.object({
  name: z.string(),
  label: z.string(),
  type: valueTypeSchema,
  description: z.string(),
});

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
const flowId = z.uuid();
const subscriptionId = z.uuid();
const botName = z.string().trim().min(1).max(100);

export const botOperations = {
  listBots: operation({
    method: 'GET',
    path: '/api/bots',
    group: 'bots',
    about: 'The bots of the workspace.',
    who: 'viewer',
    scope: 'bots:read',
    input: nothing,
    output: z.object({ rows: z.array(botView) }),
  }),
  createBot: operation({
    method: 'POST',
    path: '/api/bots',
    group: 'bots',
    about: 'Makes a bot with a web chat.',
    who: 'builder',
    scope: 'bots:write',
    input: z.object({
      name: botName,
      greeting: z.string().max(500).default(''),
      timeZone: z.string().max(60).default('UTC'),
    }),
    output: botView,
    status: 201,
  }),
  getBot: operation({
    method: 'GET',
    path: '/api/bots/{botId}',
    group: 'bots',
    about: 'One bot.',
    who: 'viewer',
    scope: 'bots:read',
    input: z.object({ botId }),
    output: botView,
    problems: ['not-found'],
  }),
  updateBot: operation({
    method: 'PATCH',
    path: '/api/bots/{botId}',
    group: 'bots',
    about: 'Changes the name, greeting, time zone or main flow.',
    who: 'builder',
    scope: 'bots:write',
    input: z.object({
      botId,
      name: botName.optional(),
      greeting: z.string().max(500).optional(),
      timeZone: z.string().max(60).optional(),
      mainFlowId: z.uuid().nullable().optional(),
    }),
    output: botView,
    problems: ['not-found'],
  }),
  listFlows: operation({
    method: 'GET',
    path: '/api/bots/{botId}/flows',
    group: 'flows',
    about: "The bot's flows.",
    who: 'viewer',
    scope: 'bots:read',
    input: z.object({ botId }),
    output: z.object({ rows: z.array(flowSummaryView) }),
    problems: ['not-found'],
  }),
  createFlow: operation({
    method: 'POST',
    path: '/api/bots/{botId}/flows',
    group: 'flows',
    about: 'Makes a flow, empty or with its steps.',
    who: 'builder',
    scope: 'bots:write',
    input: z.object({
      botId,
      name: labelSchema,
      keywords: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
      graph: flowGraphSchema.optional(),
    }),
    output: flowView,
    status: 201,
    problems: ['not-found', 'conflict'],
  }),
  getFlow: operation({
    method: 'GET',
    path: '/api/flows/{flowId}',
    group: 'flows',
    about: 'A flow with its draft and what the check says of it.',
    who: 'viewer',
    scope: 'bots:read',
    input: z.object({ flowId }),
    output: flowView,
    problems: ['not-found'],
  }),
  changeFlow: operation({
    method: 'POST',
    path: '/api/flows/{flowId}/changes',
    group: 'flows',
    about: 'Makes changes to the draft, all or none, on the revision named.',
    who: 'builder',
    scope: 'bots:write',
    input: z.object({ flowId, revision: z.int(), changes: z.array(flowChangeSchema).min(1).max(200) }),
    output: flowView,
    problems: ['not-found', 'stale-edit'],
  }),
  updateFlow: operation({
    method: 'PATCH',
    path: '/api/flows/{flowId}',
    group: 'flows',
    about: 'Changes the name or the keywords; both hold at once.',
    who: 'builder',
    scope: 'bots:write',
    input: z.object({
      flowId,
      name: labelSchema.optional(),
      keywords: z.array(z.string().trim().min(1).max(100)).max(50).optional(),
    }),
    output: flowView,
    problems: ['not-found', 'conflict'],
  }),
  publishFlow: operation({
    method: 'POST',
    path: '/api/flows/{flowId}/publish',
    group: 'flows',
    about: 'Freezes the draft as the version that runs from now on; runs under way go on with theirs.',
    who: 'builder',
    scope: 'bots:write',
    input: z.object({ flowId, revision: z.int() }),
    output: flowView,
    problems: ['not-found', 'stale-edit', 'not-publishable'],
  }),
  deleteFlow: operation({
    method: 'DELETE',
    path: '/api/flows/{flowId}',
    group: 'flows',
    about: 'Removes a flow that no subscription starts.',
    who: 'builder',
    scope: 'bots:write',
    input: z.object({ flowId }),
    output: nothing,
    problems: ['not-found', 'conflict'],
  }),
  listUserFields: operation({
    method: 'GET',
    path: '/api/bots/{botId}/user-fields',
    group: 'bots',
    about: "The bot's user fields.",
    who: 'viewer',
    scope: 'bots:read',
    input: z.object({ botId }),
    output: z.object({ rows: z.array(userFieldView) }),
    problems: ['not-found'],
  }),
  createUserField: operation({
    method: 'POST',
    path: '/api/bots/{botId}/user-fields',
    group: 'bots',
    about: 'Makes a user field.',
    who: 'builder',
    scope: 'bots:write',
    input: z.object({
      botId,
      label: labelSchema,
      name: nameSchema.optional(),
      type: valueTypeSchema,
      description: z.string().max(500).default(''),
    }),
    output: userFieldView,
    status: 201,
    problems: ['not-found', 'conflict'],
  }),
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
