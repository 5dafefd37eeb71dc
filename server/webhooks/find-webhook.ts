// Finds the webhook that a token opens, with all that a call at it is measured by.
import { CompiledQuery, type Kysely } from 'kysely';
import type { ContactPolicy } from '@bellwire/model/identity.ts';
import type { Receiving } from '@bellwire/model/webhook.ts';
import type { Tables } from '../database/tables.ts';
import type { Sealer } from '../secrets/sealed.ts';
import { installPlace } from '../installs/sealed-auth.ts';
import { secretPlace } from './webhook-secret.ts';

export interface FoundWebhook {
  readonly addressId: string;
  readonly workspaceId: string;
  readonly receiving: Receiving;
  /** In plain, the newest first. Empty where none is set, or none opens. */
  readonly secrets: readonly string[];
  readonly of: WebhookOwner;
}

export type WebhookOwner =
  | {
      readonly is: 'install';
      readonly installId: string;
      readonly versionId: string;
      readonly webhook: string;
      readonly policy: ContactPolicy;
      readonly botId: string | null;
    }
  | { readonly is: 'bot'; readonly botWebhookId: string; readonly botId: string };

interface Row {
  readonly id: string;
  readonly workspace_id: string;
  readonly secrets: readonly string[];
  readonly install_id: string | null;
  readonly name: string;
  readonly version_id: string | null;
  readonly install_secrets: Readonly<Record<string, string>> | null;
  readonly is_live: boolean | null;
  readonly contact_policy: ContactPolicy | null;
  readonly contact_bot_id: string | null;
  readonly declared: Receiving | null;
  readonly bot_webhook_id: string | null;
  readonly bot_id: string | null;
  readonly enabled: boolean | null;
  readonly receiving: Receiving | null;
}

const findText = `
select a.id, a.workspace_id, a.secrets, a.install_id, a.name, a.bot_webhook_id, b.bot_id, b.enabled, b.receiving,
       i.version_id, i.secrets as install_secrets, i.contact_policy, i.contact_bot_id,
       (i.state <> 'uninstalled' and p.state <> 'suspended') as is_live,
       (select hook from jsonb_array_elements(v.definition->'webhooks') as hook where hook->>'name' = a.name) as declared
  from webhook_address a
  left join install i on i.id = a.install_id
  left join app p on p.id = i.app_id
  left join app_version v on v.id = i.version_id
  left join bot_webhook b on b.id = a.bot_webhook_id
 where `;

/** 'gone' where the address was one: its app is uninstalled, the version has it no more, or it is switched off. */
export async function findWebhook(
  platform: Kysely<Tables>,
  sealer: Sealer,
  hash: Buffer,
): Promise<FoundWebhook | 'gone' | null> {
  const byToken = `${findText} a.token_hash = $1 or (a.old_token_hash = $1 and a.old_token_until > clock_timestamp())`;
  const { rows } = await platform.executeQuery<Row>(CompiledQuery.raw(byToken, [hash]));
  return rows[0] === undefined ? null : (readRow(rows[0], sealer) ?? 'gone');
}

/** For a call that a person runs again. */
export async function findWebhookOf(
  platform: Kysely<Tables>,
  sealer: Sealer,
  addressId: string,
): Promise<FoundWebhook | undefined> {
  const { rows } = await platform.executeQuery<Row>(CompiledQuery.raw(`${findText} a.id = $1`, [addressId]));
  return rows[0] === undefined ? undefined : readRow(rows[0], sealer);
}

function readRow(row: Row, sealer: Sealer): FoundWebhook | undefined {
  const { id: addressId, workspace_id: workspaceId } = row;
  const receiving = row.install_id === null ? row.receiving : row.declared;
  const of = ownerOf(row);
  if (receiving === null || of === undefined) return undefined;
  return { addressId, workspaceId, receiving, of, secrets: openSecrets(row, receiving, sealer) };
}

function ownerOf(row: Row): WebhookOwner | undefined {
  if (row.bot_webhook_id !== null && row.bot_id !== null)
    return row.enabled === true
      ? { is: 'bot', botWebhookId: row.bot_webhook_id, botId: row.bot_id }
      : undefined;
  if (row.install_id === null || row.version_id === null || row.is_live !== true) return undefined;
  return {
    is: 'install',
    installId: row.install_id,
    versionId: row.version_id,
    webhook: row.name,
    policy: row.contact_policy ?? 'unmatched',
    botId: row.contact_bot_id,
  };
}

/** One that does not open counts as not set: calls are then refused, and the log of calls says so. */
function openSecrets(row: Row, { signature }: Receiving, sealer: Sealer): string[] {
  const input = signature.is === 'none' ? undefined : signature.secretInput;
  const ofAuth = input === undefined ? undefined : row.install_secrets?.[input];
  const place =
    input === undefined
      ? secretPlace(row.workspace_id, row.id)
      : installPlace(row.workspace_id, row.install_id ?? '');
  const sealed = input === undefined ? row.secrets : ofAuth === undefined ? [] : [ofAuth];
  return sealed.flatMap((text) => {
    const opened = sealer.open(text, place);
    return opened.is === 'opened' ? [opened.text] : [];
  });
}
