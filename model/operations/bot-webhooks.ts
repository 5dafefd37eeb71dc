// Webhooks of a bot: addresses whose calls fill user fields and start a flow.
import { z } from 'zod';
import { botReceivingSchema } from '../bot-webhook.ts';
import { nothing, operation } from '../operation.ts';

const botWebhookView = z.object({
  id: z.uuid(),
  botId: z.uuid(),
  name: z.string(),
  enabled: z.boolean(),
  receiving: botReceivingSchema,
  flowId: z.uuid(),
  flowName: z.string(),
  /** For its calls, its secret and its replacement: as an install's. */
  addressId: z.uuid(),
  address: z.string(),
  secretFrom: z.enum(['here', 'auth']).nullable(),
  secrets: z.number().int(),
  lastCallAt: z.iso.datetime().nullable(),
});

const botId = z.uuid();
const webhookId = z.uuid();
const name = z.string().trim().min(1).max(120);

export const botWebhookOperations = {
  listBotWebhooks: operation({
    method: 'GET',
    path: '/api/bots/{botId}/webhooks',
    group: 'webhooks',
    about: "The bot's webhooks, each with its address.",
    who: 'builder',
    scope: 'bots:write',
    input: z.object({ botId }),
    output: z.object({ rows: z.array(botWebhookView) }),
    problems: ['not-found'],
  }),
  createBotWebhook: operation({
    method: 'POST',
    path: '/api/bots/{botId}/webhooks',
    group: 'webhooks',
    about:
      'Makes a webhook. A call finds its contact by public id, else by e-mail or phone; who is not known is made. Then its values go into user fields, and the flow runs.',
    who: 'builder',
    scope: 'bots:write',
    input: z.object({ botId, name, flowId: z.uuid(), receiving: botReceivingSchema.optional() }),
    output: botWebhookView,
    status: 201,
    problems: ['not-found'],
  }),
  updateBotWebhook: operation({
    method: 'PATCH',
    path: '/api/bot-webhooks/{webhookId}',
    group: 'webhooks',
    about: 'Changes a webhook; what is left out stays.',
    who: 'builder',
    scope: 'bots:write',
    input: z.object({
      webhookId,
      name: name.optional(),
      enabled: z.boolean().optional(),
      flowId: z.uuid().optional(),
      receiving: botReceivingSchema.optional(),
    }),
    output: botWebhookView,
    problems: ['not-found'],
  }),
  deleteBotWebhook: operation({
    method: 'DELETE',
    path: '/api/bot-webhooks/{webhookId}',
    group: 'webhooks',
    about: 'Removes a webhook with its address and its calls.',
    who: 'builder',
    scope: 'bots:write',
    input: z.object({ webhookId }),
    output: nothing,
    problems: ['not-found'],
  }),
};
