// The secret that the receipts of one app are signed with: made when it is first wanted, kept sealed.
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Sealer, SealedPlace } from '../secrets/sealed.ts';
import { newReceiptSecret } from './sign-receipt.ts';

interface Owned {
  readonly appId: string;
  /** Of the app's developer. */
  readonly workspaceId: string;
}

export async function receiptSecretOf(db: Kysely<Tables>, sealer: Sealer, app: Owned): Promise<string> {
  const known = await read(db, sealer, app);
  if (known !== null) return known;
  await db
    .insertInto('receipt_secret')
    .values(sealedRow(sealer, app))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // Of two that made one at once, the first one's is kept.
  const made = await read(db, sealer, app);
  if (made === null) throw new Error(`The app ${app.appId} has no secret for receipts.`);
  return made;
}

export async function replaceReceiptSecret(db: Kysely<Tables>, sealer: Sealer, app: Owned): Promise<void> {
  const row = sealedRow(sealer, app);
  await db
    .insertInto('receipt_secret')
    .values(row)
    .onConflict((conflict) => conflict.column('app_id').doUpdateSet({ sealed: row.sealed }))
    .execute();
}

async function read(db: Kysely<Tables>, sealer: Sealer, app: Owned): Promise<string | null> {
  const row = await db
    .selectFrom('receipt_secret')
    .select('sealed')
    .where('app_id', '=', app.appId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const opened = sealer.open(row.sealed, placeOf(app));
  if (opened.is === 'opened') return opened.text;
  throw new Error(`The secret for receipts of the app ${app.appId} does not open: ${opened.says}`);
}

function sealedRow(sealer: Sealer, app: Owned) {
  const sealed = sealer.seal(newReceiptSecret(), placeOf(app));
  return { app_id: app.appId, workspace_id: app.workspaceId, sealed };
}

function placeOf({ workspaceId, appId }: Owned): SealedPlace {
  return { workspaceId, recordId: `app:${appId}:receipts` };
}
