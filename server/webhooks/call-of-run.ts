// The call at a webhook that began a run: the first link of the story of what the run fired.
import { sql, type Transaction } from 'kysely';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { Tables } from '../database/tables.ts';

export async function readWebhookCall(
  tx: Transaction<Tables>,
  runId: string | null,
): Promise<OutputOf<'getEvent'>['webhookCall']> {
  if (runId === null) return null;
  const call = await tx
    .selectFrom('webhook_call')
    .innerJoin('webhook_address as address', 'address.id', 'address_id')
    .leftJoin('bot_webhook', 'bot_webhook.id', 'address.bot_webhook_id')
    .leftJoin('install', 'install.id', 'address.install_id')
    .leftJoin('app_version', 'app_version.id', 'install.version_id')
    .select(['webhook_call.id', 'at', 'says'])
    .select(sql<string>`head->>'method'`.as('method'))
    .select(
      sql<string>`coalesce(bot_webhook.name,
        (select hook->>'label' from jsonb_array_elements(app_version.definition->'webhooks') as hook where hook->>'name' = address.name),
        address.name)`.as('label'),
    )
    .where('run_id', '=', runId)
    .executeTakeFirst();
  return call ?? null;
}
