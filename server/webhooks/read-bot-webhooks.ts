// Reads what the lanes have to know of a workspace's bot webhooks.
import type { Tenants } from '../database/tenant.ts';
import type { BotWebhookDefinition } from '../lanes/definitions.ts';

export async function readBotWebhooks(
  { platform }: Pick<Tenants, 'platform'>,
  workspaceId: string,
): Promise<Map<string, BotWebhookDefinition>> {
  const rows = await platform
    .selectFrom('bot_webhook')
    .select(['id', 'flow_id', 'receiving'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  return new Map(rows.map((row) => [row.id, { flowId: row.flow_id, mappings: row.receiving.mappings }]));
}
