// Takes an install out of use: nothing that opens a door for its app is left behind.
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { revokeInstallKeys } from './install-key.ts';
import { planSchedules } from '../schedules/plan-schedules.ts';

/** Its subscriptions stay, greyed out: whoever installs the app again can point them to the new install. */
export async function uninstall(tx: Transaction<Tables>, installId: string): Promise<void> {
  const now = new Date().toISOString();
  await tx
    .updateTable('install')
    .set({ state: 'uninstalled', attention: null, uninstalled_at: now })
    .where('id', '=', installId)
    .execute();
  await planSchedules(tx, [installId]);
  await revokeInstallKeys(tx, installId);
  await tx
    .updateTable('fire_token')
    .set({ revoked_at: now })
    .where('install_id', '=', installId)
    .where('revoked_at', 'is', null)
    .execute();
  await tx
    .updateTable('one_time_url')
    .set({ expires_at: now })
    .where('install_id', '=', installId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
  await tx
    .deleteFrom('subscribe_request')
    .where('install_id', '=', installId)
    .where('kind', '=', 'subscribe')
    .execute();
}

/** Once nobody has to be told any more. */
export async function forgetSecrets(db: Kysely<Tables>, installId: string): Promise<void> {
  await db
    .updateTable('install')
    .set({ secrets: '{}', sealed_key: null })
    .where('id', '=', installId)
    .execute();
  await db.deleteFrom('install_grant').where('install_id', '=', installId).execute();
}
