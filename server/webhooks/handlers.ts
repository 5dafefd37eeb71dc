// The webhooks of an install: their addresses and secrets, what came in, and taking a call in again.
import type { Handlers } from '../http/handler.ts';
import type { botWebhookOperations } from '@bellwire/model/operations/bot-webhooks.ts';
import type { webhookOperations } from '@bellwire/model/operations/webhooks.ts';
import type { Webhook } from '@bellwire/model/webhook.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { getInstalled } from '../installs/install-view.ts';
import { addressOf, lockAddress, makeAddress, replaceAddress, type AddressRow } from './address.ts';
import { botWebhookHandlers } from './bot-webhook-handlers.ts';
import { callHandlers } from './call-handlers.ts';
import { secretFrom } from './secret-from.ts';
import { newWebhookSecret, secretPlace } from './webhook-secret.ts';

export const webhookHandlers: Handlers<keyof typeof webhookOperations | keyof typeof botWebhookOperations> = {
  ...callHandlers,
  ...botWebhookHandlers,

  async listWebhooks({ installId }, context) {
    const { app, state } = await getInstalled(context, installId);
    const webhooks = state === 'uninstalled' ? [] : app.webhooks;
    const rows = await context.inWorkspace(async (tx) => {
      for (const { name } of webhooks) await makeAddress(tx, context, { install_id: installId, name });
      return tx
        .selectFrom('webhook_address')
        .selectAll()
        .select((make) =>
          make
            .selectFrom('webhook_call')
            .select('at')
            .whereRef('address_id', '=', 'webhook_address.id')
            .orderBy('id', 'desc')
            .limit(1)
            .as('last_call_at'),
        )
        .where('install_id', '=', installId)
        .execute();
    });
    return {
      rows: webhooks.flatMap((webhook) => {
        const row = rows.find(({ name }) => name === webhook.name);
        return row === undefined ? [] : [viewAddress(webhook, row, addressOf(context, row))];
      }),
    };
  },

  async replaceWebhookAddress({ addressId, overlapMinutes }, context) {
    return context.inWorkspace(async (tx) => {
      const row = await lockAddress(tx, addressId);
      return { address: await replaceAddress(tx, context, row, overlapMinutes) };
    });
  },

  async setWebhookSecret({ addressId, secret, keepOld }, context) {
    const given = secret ?? newWebhookSecret();
    await context.inWorkspace(async (tx) => {
      const row = await lockAddress(tx, addressId);
      const sealed = context.sealer.seal(given, secretPlace(context.workspaceId, addressId));
      const [before] = row.secrets;
      if (keepOld && before === undefined)
        throw new ProblemError('conflict', {
          says: 'There is no secret yet that could go on beside the new one.',
        });
      const secrets = keepOld && before !== undefined ? [sealed, before] : [sealed];
      await tx.updateTable('webhook_address').set({ secrets }).where('id', '=', addressId).execute();
    });
    return { secret: secret === null ? given : null };
  },
};

function viewAddress(
  { name, label, methods, signature }: Webhook,
  row: AddressRow & { readonly last_call_at: string | null },
  address: string,
) {
  const isOver = row.old_token_until === null || Date.parse(row.old_token_until) < Date.now();
  return {
    id: row.id,
    name,
    label,
    address,
    methods,
    signature,
    secretFrom: secretFrom(signature),
    secrets: row.secrets.length,
    lastCallAt: row.last_call_at,
    oldUntil: isOver ? null : row.old_token_until,
  };
}
