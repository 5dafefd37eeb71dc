// The lasting addresses of webhooks: made when they are first looked at, shown again, replaced.
import { sql, type Selectable, type Transaction } from 'kysely';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import { createToken } from '../people/token.ts';
import type { Sealer } from '../secrets/sealed.ts';
import type { WebhookTables } from './tables.ts';
import { tokenPlace } from './webhook-secret.ts';

export type AddressRow = Selectable<WebhookTables['webhook_address']>;

interface AddressRooms {
  readonly sealer: Sealer;
  readonly publicUrl: string;
  readonly workspaceId: string;
}

type Owned = { readonly install_id: string; readonly name: string } | { readonly bot_webhook_id: string };

/** Of two that make one at once, the first one's is kept. */
export async function makeAddress(
  tx: Transaction<Tables>,
  { sealer, workspaceId }: AddressRooms,
  owned: Owned,
): Promise<void> {
  const id = uuidV7();
  const { token, hash } = createToken('hook');
  await tx
    .insertInto('webhook_address')
    .values({
      id,
      workspace_id: workspaceId,
      ...owned,
      token_hash: hash,
      token_sealed: sealer.seal(token, tokenPlace(workspaceId, id)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** @throws ProblemError `conflict` where the master key that sealed it is gone: the way out is a new address. */
export function addressOf(rooms: AddressRooms, row: Pick<AddressRow, 'id' | 'token_sealed'>): string {
  const opened = rooms.sealer.open(row.token_sealed, tokenPlace(rooms.workspaceId, row.id));
  if (opened.is === 'opened') return addressText(rooms, opened.text);
  throw new ProblemError('conflict', {
    says: `The address of this webhook does not open: ${opened.says} Or give the webhook a new address.`,
  });
}

export async function replaceAddress(
  tx: Transaction<Tables>,
  rooms: AddressRooms,
  row: AddressRow,
  overlapMinutes: number,
): Promise<string> {
  const { token, hash } = createToken('hook');
  await tx
    .updateTable('webhook_address')
    .set({
      token_hash: hash,
      token_sealed: rooms.sealer.seal(token, tokenPlace(rooms.workspaceId, row.id)),
      old_token_hash: overlapMinutes === 0 ? null : row.token_hash,
      old_token_until:
        overlapMinutes === 0 ? null : sql<string>`now() + make_interval(mins => ${sql.lit(overlapMinutes)})`,
    })
    .where('id', '=', row.id)
    .execute();
  return addressText(rooms, token);
}

function addressText({ publicUrl }: AddressRooms, token: string): string {
  return `${publicUrl}/hooks/${token}`;
}

/** Held until the end of the transaction. @throws ProblemError `not-found` */
export async function lockAddress(tx: Transaction<Tables>, id: string): Promise<AddressRow> {
  const row = await tx
    .selectFrom('webhook_address')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined) throw webhookNotFound();
  return row;
}

export function webhookNotFound(): ProblemError {
  return new ProblemError('not-found', { says: 'There is no such webhook in this workspace.' });
}
