// The client that a service has registered for an app: its id, and its secret, sealed for the app.
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Sealer, SealedPlace } from '../secrets/sealed.ts';

/** As `{{client.…}}` reads it; empty where the developer has not given one. */
export interface AppClient {
  readonly id: string;
  readonly secret: string;
}

export function clientPlace(workspaceId: string, appId: string): SealedPlace {
  return { workspaceId, recordId: `app-client:${appId}` };
}

/** One for each app, and so for each developer: a code that was meant for another app never comes here. */
export function redirectUrlOf({ publicUrl }: { readonly publicUrl: string }, appId: string): string {
  return `${publicUrl}/connected/${appId}`;
}

/** `platform` sees all workspaces: an app's client is its developer's, and its installs are anybody's. */
export async function readAppClient(
  platform: Kysely<Tables>,
  appId: string,
  sealer: Sealer,
): Promise<AppClient> {
  const row = await platform
    .selectFrom('app_client')
    .selectAll()
    .where('app_id', '=', appId)
    .executeTakeFirst();
  if (row === undefined) return { id: '', secret: '' };
  const place = clientPlace(row.workspace_id, appId);
  const secret = row.sealed_secret === null ? undefined : sealer.open(row.sealed_secret, place);
  return { id: row.client_id, secret: secret?.is === 'opened' ? secret.text : '' };
}
