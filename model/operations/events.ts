// Events: tested at one subscription, listed, and the story of what became of each and why.
import { z } from 'zod';
import { decisionResults, mendPlaces } from '../decision.ts';
import { eventSources, eventStates } from '../event.ts';
import { jsonSchema } from '../name.ts';
import { messageSchema } from '../message.ts';
import { operation, pageInput, pageOf } from '../operation.ts';
import { orderSchema } from '../order.ts';
import { runStatuses } from '../run.ts';
import { firedView, fireOperations, itemsSchema } from './fire.ts';

export const eventView = z.object({
  id: z.uuid(),
  trigger: z.string(),
  triggerLabel: z.string(),
  installId: z.uuid().nullable(),
  installName: z.string(),
  appLabel: z.string(),
  logo: z.string().nullable(),
  botId: z.uuid().nullable(),
  contactId: z.uuid().nullable(),
  contactNs: z.string().nullable(),
  contactName: z.string().nullable(),
  state: z.enum(eventStates),
  /** The reason in words, where it is not simply done. */
  reason: z.string().nullable(),
  items: jsonSchema,
  source: z.enum(eventSources),
  firedAt: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable(),
});

const gateRecordView = z.object({
  gate: z.string(),
  label: z.string(),
  verdict: z.enum(['pass', 'stop']),
  says: z.string(),
  facts: z.record(z.string(), jsonSchema),
  /** What can be done about it, where it stopped. */
  mend: z.object({ label: z.string(), at: z.enum(mendPlaces) }).nullable(),
});

const decisionView = z.object({
  subscriptionId: z.uuid(),
  flowId: z.uuid().nullable(),
  flowName: z.string(),
  botId: z.uuid().nullable(),
  botName: z.string(),
  result: z.enum(decisionResults),
  gates: z.array(gateRecordView),
  runId: z.uuid().nullable(),
});

const stepRecordView = z.object({
  step: z.string(),
  type: z.string(),
  typeLabel: z.string(),
  icon: z.string(),
  depth: z.int(),
  /** The app whose step this is; null for the bot's own steps. */
  appLabel: z.string().nullable(),
  at: z.iso.datetime(),
  settings: jsonSchema.optional(),
  is: z.string(),
  exit: z.string().optional(),
  set: jsonSchema.optional(),
  says: z.string().optional(),
});

const runView = z.object({
  id: z.uuid(),
  botId: z.uuid().nullable(),
  flowId: z.uuid().nullable(),
  flowVersion: z.int().nullable(),
  flowName: z.string(),
  contactId: z.uuid().nullable(),
  contactNs: z.string().nullable(),
  status: z.enum(runStatuses),
  /** What it waits for, or why it failed, in words. */
  says: z.string().nullable(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  steps: z.array(stepRecordView),
});

/** A call at the one-time URL that led to the event: the one that was let in, and those that came too late. */
const urlCallView = z.object({
  at: z.iso.datetime(),
  method: z.string(),
  verdict: z.enum(['taken', 'used', 'expired', 'looked']),
  says: z.string(),
});

const eventStoryView = eventView.extend({
  /** Why it did, or did not, start a flow, in one or two sentences. */
  answer: z.string(),
  /** Who fired it, in words: the app's flow, the API with which key, a test by whom. */
  firedBy: z.string(),
  /** What the platform looked at before it took the event in. */
  arrival: z.array(gateRecordView),
  /** Later arrivals that were stopped as doubles of this one, and how. */
  doubles: z.array(z.object({ at: z.iso.datetime(), says: z.string() })),
  urlCalls: z.array(urlCallView),
  /** The call at a webhook that began the run which fired the event. */
  webhookCall: z
    .object({ id: z.uuid(), label: z.string(), at: z.iso.datetime(), method: z.string(), says: z.string() })
    .nullable(),
  decisions: z.array(decisionView),
  runs: z.array(runView),
  messages: z.array(messageSchema),
  orders: z.array(orderSchema),
  /** The run that fired it, where a flow did. */
  causeRun: runView.nullable(),
  /** The events that led here, each with the run through which it did; the first one first. */
  causes: z.array(
    z.object({ eventId: z.uuid(), trigger: z.string(), firedAt: z.iso.datetime(), runId: z.uuid() }),
  ),
});

const eventId = z.uuid();

export const eventOperations = {
  ...fireOperations,
  testTrigger: operation({
    method: 'POST',
    path: '/api/subscriptions/{subscriptionId}/test',
    group: 'events',
    about:
      'Fires a test event at one subscription for a contact of the bot: the same gates, the same flow, marked as a test.',
    who: 'builder',
    scope: 'events:write',
    input: z.object({ subscriptionId: z.uuid(), contactId: z.uuid(), items: itemsSchema }),
    output: firedView,
    status: 202,
    problems: ['not-found', 'contract-mismatch'],
  }),
  listEvents: operation({
    method: 'GET',
    path: '/api/events',
    group: 'events',
    about:
      'Events, newest first; search looks at the ids, the contact and every item. One page looks through 20,000 events at most, and says how far it came.',
    who: 'viewer',
    scope: 'events:read',
    input: z.object({
      state: z.enum(eventStates).optional(),
      installId: z.uuid().optional(),
      trigger: z.string().max(60).optional(),
      botId: z.uuid().optional(),
      contactId: z.uuid().optional(),
      source: z.enum(eventSources).optional(),
      /** Fired at this time or later. */
      from: z.iso.datetime().optional(),
      /** Fired before this time. */
      until: z.iso.datetime().optional(),
      search: z.string().max(100).optional(),
      ...pageInput,
    }),
    output: pageOf(eventView).extend({
      /** How far back this page has looked, where older events were not looked at: `next` goes on from there. */
      lookedBackTo: z.iso.datetime().nullable(),
    }),
  }),
  getEvent: operation({
    method: 'GET',
    path: '/api/events/{eventId}',
    group: 'events',
    about: 'The story of one event: who fired it, each gate and its facts, the runs, what they did.',
    who: 'viewer',
    scope: 'events:read',
    input: z.object({ eventId }),
    output: eventStoryView,
    problems: ['not-found'],
  }),
  runParked: operation({
    method: 'POST',
    path: '/api/events/{eventId}/run',
    group: 'events',
    about: 'Runs what is parked of this event, through the same gates again.',
    who: 'agent',
    scope: 'events:write',
    input: z.object({ eventId }),
    output: z.object({ says: z.string() }),
    status: 202,
    problems: ['not-found', 'conflict'],
  }),
  getRun: operation({
    method: 'GET',
    path: '/api/runs/{runId}',
    group: 'runs',
    about: 'One run, step by step.',
    who: 'viewer',
    scope: 'events:read',
    input: z.object({ runId: z.uuid() }),
    output: runView,
    problems: ['not-found'],
  }),
  listRuns: operation({
    method: 'GET',
    path: '/api/runs',
    group: 'runs',
    about: 'Runs, newest first.',
    who: 'viewer',
    scope: 'events:read',
    input: z.object({
      contactId: z.uuid().optional(),
      flowId: z.uuid().optional(),
      status: z.enum(runStatuses).optional(),
      ...pageInput,
    }),
    output: pageOf(runView.omit({ steps: true })),
  }),
};
