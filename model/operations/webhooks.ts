// Webhooks of an install, and what came in at any webhook.
import { z } from 'zod';
import { operation, pageInput, pageOf } from '../operation.ts';
import { webhookSignatureSchema } from '../webhook-signature.ts';

const callVerdicts = ['taken', 'double', 'unmatched', 'challenge', 'refused'] as const;

const addressView = z.object({
  id: z.uuid(),
  /** The name of the webhook in the app. */
  name: z.string(),
  label: z.string(),
  /** What the service is given; whoever has it can call it. */
  address: z.string(),
  methods: z.array(z.string()),
  signature: webhookSignatureSchema,
  /** Where the secret is entered; null where none is needed. */
  secretFrom: z.enum(['here', 'auth']).nullable(),
  /** How many hold: two while one is changed for another. */
  secrets: z.number().int(),
  lastCallAt: z.iso.datetime().nullable(),
  /** An older address that still works, until then. */
  oldUntil: z.iso.datetime().nullable(),
});

const callView = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  method: z.string(),
  verdict: z.enum(callVerdicts),
  says: z.string(),
  /** The beginning of the body. */
  bodyStart: z.string(),
  bodyBytes: z.number().int(),
  contactId: z.uuid().nullable(),
  runId: z.uuid().nullable(),
  /** Null while the run has not begun, and where there is none. */
  runStatus: z.string().nullable(),
  replayOf: z.uuid().nullable(),
});

const installId = z.uuid();
const addressId = z.uuid();

export const webhookOperations = {
  listWebhooks: operation({
    method: 'GET',
    path: '/api/installs/{installId}/webhooks',
    group: 'webhooks',
    about: 'The webhooks of the installed version, each with its address.',
    who: 'builder',
    scope: 'installs:write',
    input: z.object({ installId }),
    output: z.object({ rows: z.array(addressView) }),
    problems: ['not-found'],
  }),
  replaceWebhookAddress: operation({
    method: 'POST',
    path: '/api/webhooks/{addressId}/address',
    group: 'webhooks',
    about: 'Gives a webhook a new address. The one before goes on for so many minutes.',
    who: 'admin',
    scope: 'installs:write',
    input: z.object({ addressId, overlapMinutes: z.int().min(0).max(43_200).default(0) }),
    output: z.object({ address: z.string() }),
    problems: ['not-found'],
  }),
  setWebhookSecret: operation({
    method: 'PUT',
    path: '/api/webhooks/{addressId}/secret',
    group: 'webhooks',
    about:
      'Sets the secret that calls are signed with; null makes one, which is shown this once. With `keepOld` the one before holds as well, until it is set again.',
    who: 'admin',
    scope: 'installs:write',
    input: z.object({
      addressId,
      secret: z.string().trim().min(1).max(1000).nullable(),
      keepOld: z.boolean().default(false),
    }),
    output: z.object({ secret: z.string().nullable() }),
    problems: ['not-found', 'conflict'],
  }),
  listWebhookCalls: operation({
    method: 'GET',
    path: '/api/webhooks/{addressId}/calls',
    group: 'webhooks',
    about: 'What came in at a webhook, the newest first.',
    who: 'viewer',
    scope: 'events:read',
    input: z.object({ addressId, verdict: z.enum(callVerdicts).optional(), ...pageInput }),
    output: pageOf(callView),
    problems: ['not-found'],
  }),
  getWebhookCall: operation({
    method: 'GET',
    path: '/api/webhook-calls/{callId}',
    group: 'webhooks',
    about: 'One call at a webhook, with headers (secrets hidden), query, and the body as it came.',
    who: 'viewer',
    scope: 'events:read',
    input: z.object({ callId: z.uuid() }),
    output: callView.extend({
      headers: z.record(z.string(), z.string()),
      query: z.record(z.string(), z.string()),
      body: z.string(),
    }),
    problems: ['not-found'],
  }),
  replayWebhookCall: operation({
    method: 'POST',
    path: '/api/webhook-calls/{callId}/replay',
    group: 'webhooks',
    about: 'Takes a genuine call in again, by what the webhook says today.',
    who: 'builder',
    scope: 'events:write',
    input: z.object({ callId: z.uuid() }),
    output: z.object({ callId: z.uuid() }),
    problems: ['not-found', 'conflict'],
  }),
};
