// The webhooks of a bot: listed, made, changed, removed. What comes in at them is the affair of all webhooks.
import { sql, type Transaction } from 'kysely';
import { botReceivingSchema } from '@bellwire/model/bot-webhook.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { botWebhookOperations } from '@bellwire/model/operations/bot-webhooks.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { definitionsChanged } from '../database/definitions-changed.ts';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Context, Handlers } from '../http/handler.ts';
import { addressOf, makeAddress, webhookNotFound } from './address.ts';
import { secretFrom } from './secret-from.ts';

type View = OutputOf<'createBotWebhook'>;

export const botWebhookHandlers: Handlers<keyof typeof botWebhookOperations> = {
  async listBotWebhooks({ botId }, context) {
    return {
      rows: await context.inWorkspace(async (tx) => {
        const bot = await tx.selectFrom('bot').select('id').where('id', '=', botId).executeTakeFirst();
        if (bot === undefined)
          throw new ProblemError('not-found', { says: 'There is no such bot in this workspace.' });
        return readWebhooks(tx, context, { botId });
      }),
    };
  },

  async createBotWebhook({ botId, name, flowId, receiving = botReceivingSchema.parse({}) }, context) {
    const id = uuidV7();
    return context.inWorkspace(async (tx) => {
      await requireFlow(tx, botId, flowId);
      const { workspaceId } = context;
      const row = { id, workspace_id: workspaceId, bot_id: botId, flow_id: flowId, name };
      await tx
        .insertInto('bot_webhook')
        .values({ ...row, receiving: JSON.stringify(receiving) })
        .execute();
      await makeAddress(tx, context, { bot_webhook_id: id });
      await definitionsChanged(tx, workspaceId);
      return readWebhook(tx, context, id);
    });
  },

  async updateBotWebhook({ webhookId, name, enabled, flowId, receiving }, context) {
    return context.inWorkspace(async (tx) => {
      const before = await readWebhook(tx, context, webhookId);
      if (flowId !== undefined) await requireFlow(tx, before.botId, flowId);
      await tx
        .updateTable('bot_webhook')
        .set({
          name: name ?? before.name,
          enabled: enabled ?? before.enabled,
          flow_id: flowId ?? before.flowId,
          receiving: JSON.stringify(receiving ?? before.receiving),
        })
        .where('id', '=', webhookId)
        .execute();
      await definitionsChanged(tx, context.workspaceId);
      return readWebhook(tx, context, webhookId);
    });
  },

  async deleteBotWebhook({ webhookId }, context) {
    await context.inWorkspace(async (tx) => {
      await readWebhook(tx, context, webhookId);
      await tx.deleteFrom('bot_webhook').where('id', '=', webhookId).execute();
      await definitionsChanged(tx, context.workspaceId);
    });
    return {};
  },
};

async function requireFlow(tx: Transaction<Tables>, botId: string, flowId: string): Promise<void> {
  const flow = await tx
    .selectFrom('flow')
    .select('id')
    .where('id', '=', flowId)
    .where('bot_id', '=', botId)
    .executeTakeFirst();
  if (flow === undefined)
    throw new ProblemError('not-found', {
      says: 'There is no such flow in this bot. Choose one of its flows.',
    });
}

async function readWebhook(tx: Transaction<Tables>, context: Context, id: string): Promise<View> {
  const [webhook] = await readWebhooks(tx, context, { id });
  if (webhook === undefined) throw webhookNotFound();
  return webhook;
}

async function readWebhooks(
  tx: Transaction<Tables>,
  context: Context,
  { botId, id }: { readonly botId?: string; readonly id?: string },
): Promise<View[]> {
  let query = tx
    .selectFrom('bot_webhook')
    .innerJoin('webhook_address as address', 'address.bot_webhook_id', 'bot_webhook.id')
    .innerJoin('flow', 'flow.id', 'bot_webhook.flow_id')
    .select(['bot_webhook.id', 'bot_webhook.bot_id', 'bot_webhook.name', 'enabled', 'receiving'])
    .select(['flow_id', 'flow.name as flow_name', 'address.id as address_id', 'token_sealed', 'secrets'])
    .select(
      sql<
        string | null
      >`(select at from webhook_call where address_id = address.id order by id desc limit 1)`.as(
        'last_call_at',
      ),
    );
  if (botId !== undefined) query = query.where('bot_webhook.bot_id', '=', botId);
  if (id !== undefined) query = query.where('bot_webhook.id', '=', id);
  const rows = await query.orderBy('bot_webhook.id').execute();
  return rows.map((row) => {
    const receiving = botReceivingSchema.parse(row.receiving);
    return {
      id: row.id,
      botId: row.bot_id,
      name: row.name,
      enabled: row.enabled,
      receiving,
      flowId: row.flow_id,
      flowName: row.flow_name,
      addressId: row.address_id,
      address: addressOf(context, { id: row.address_id, token_sealed: row.token_sealed }),
      secretFrom: secretFrom(receiving.signature),
      secrets: row.secrets.length,
      lastCallAt: row.last_call_at,
    };
  });
}
