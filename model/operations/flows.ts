// The flows of a bot, and the edits of their drafts.
import { z } from 'zod';
import { flowChangeSchema } from '../changes/flow-change.ts';
import { flowGraphSchema, flowKinds } from '../flow.ts';
import { labelSchema } from '../name.ts';
import { nothing, operation } from '../operation.ts';
import { complaintView } from './views.ts';

const flowSummaryView = z.object({
  id: z.uuid(),
  botId: z.uuid(),
  name: z.string(),
  kind: z.enum(flowKinds),
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

const botId = z.uuid();
const flowId = z.uuid();

export const flowOperations = {
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
      /** `flow` where nothing is said. It stays as it is made. */
      kind: z.enum(flowKinds).optional(),
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
  getFlowVersion: operation({
    method: 'GET',
    path: '/api/flows/{flowId}/versions/{version}',
    group: 'flows',
    about: 'The steps of a published version, as they were: what a run of that version walked on.',
    who: 'viewer',
    scope: 'bots:read',
    input: z.object({ flowId, version: z.coerce.number().int().min(1).max(1_000_000) }),
    output: z.object({ graph: flowGraphSchema, publishedAt: z.iso.datetime() }),
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
};
