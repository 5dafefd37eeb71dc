// Writes down that an app's service refuses the auth values of an install, so that its events wait for new ones.
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { definitionsChanged } from '../database/definitions-changed.ts';
import type { Tables } from '../database/tables.ts';
import { settleAttention } from './attention.ts';

export interface Refusal {
  readonly installId: string;
  /** As they are stored, sealed: a late refusal of old values says nothing about those given since. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Of the grant it was sent with, where the install has one. */
  readonly generation?: number;
  /** The request, and its answer: `POST https://api.example.com/pay: 401`. */
  readonly says: string;
}

/** Only the first refusal is kept: it tells since when. `platform` sees all workspaces. */
export async function loseConnection(
  platform: Kysely<Tables>,
  { installId, secrets, generation, says }: Refusal,
): Promise<void> {
  await platform.transaction().execute(async (tx) => {
    const lost = await tx
      .updateTable('install')
      .set({
        connection_lost_at: sql<string>`date_trunc('milliseconds', clock_timestamp())`,
        connection_answer: says,
      })
      .where('id', '=', installId)
      .where('state', '<>', 'uninstalled')
      .where('connection_lost_at', 'is', null)
      .where('secrets', '=', sql<Record<string, string>>`${JSON.stringify(secrets)}::jsonb`)
      .$if(generation !== undefined, (query) =>
        query.where(({ exists, selectFrom }) =>
          exists(
            selectFrom('install_grant')
              .select('install_id')
              .where('install_id', '=', installId)
              .where('generation', '=', generation ?? 0),
          ),
        ),
      )
      .returning('workspace_id')
      .executeTakeFirst();
    if (lost === undefined) return;
    await settleAttention(tx, installId);
    await definitionsChanged(tx, lost.workspace_id);
  });
}
