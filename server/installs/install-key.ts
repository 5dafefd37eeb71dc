// The keys of an install: made, replaced, revoked.
import type { Transaction } from 'kysely';
import type { InstallScope } from '@bellwire/model/scope.ts';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import { createToken } from '../people/token.ts';
import type { Sealer } from '../secrets/sealed.ts';
import { installPlace } from './sealed-auth.ts';

interface KeyOwner {
  readonly id: string;
  readonly workspace_id: string;
  readonly name: string;
  readonly scopes: InstallScope[];
}

/** Only its hash opens anything; beside it a sealed copy is kept, because the app's requests have to name the key. */
export async function makeInstallKey(
  tx: Transaction<Tables>,
  install: KeyOwner,
  sealer: Sealer,
): Promise<string> {
  const { token, hash, start } = createToken('key');
  const { workspace_id, scopes, name } = install;
  await tx
    .insertInto('api_key')
    .values({ id: uuidV7(), workspace_id, install_id: install.id, name, scopes, token_hash: hash, start })
    .execute();
  await tx
    .updateTable('install')
    .set({ sealed_key: sealer.seal(token, installPlace(workspace_id, install.id)) })
    .where('id', '=', install.id)
    .execute();
  return token;
}

/** Keys that would end sooner than that still do. */
export async function expireInstallKeys(tx: Transaction<Tables>, installId: string, at: Date): Promise<void> {
  await tx
    .updateTable('api_key')
    .set({ expires_at: at.toISOString() })
    .where('install_id', '=', installId)
    .where('revoked_at', 'is', null)
    .where((key) => key.or([key('expires_at', 'is', null), key('expires_at', '>', at.toISOString())]))
    .execute();
}

export async function revokeInstallKeys(tx: Transaction<Tables>, installId: string): Promise<void> {
  await tx
    .updateTable('api_key')
    .set({ revoked_at: new Date().toISOString() })
    .where('install_id', '=', installId)
    .where('revoked_at', 'is', null)
    .execute();
}
