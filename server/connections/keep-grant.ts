// Stores what a service has granted to an install, in place of what was granted before.
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { App } from '@bellwire/model/app.ts';
import type { Tables } from '../database/tables.ts';
import { installPlace } from '../installs/sealed-auth.ts';
import type { Sealer } from '../secrets/sealed.ts';
import type { Granted } from './ask-grant.ts';
import { sealFields } from './held-fields.ts';

interface Kept {
  readonly workspaceId: string;
  readonly installId: string;
  readonly app: App;
}

export async function keepGrant(
  tx: Kysely<Tables>,
  { workspaceId, installId, app }: Kept,
  { values, renewAt }: Granted,
  sealer: Sealer,
): Promise<void> {
  const { fields, secrets } = sealFields(app, values, sealer, installPlace(workspaceId, installId));
  const row = {
    fields: JSON.stringify(fields),
    secrets: JSON.stringify(secrets),
    renew_at: renewAt?.toISOString() ?? null,
    renewing_until: null,
  };
  await tx
    .insertInto('install_grant')
    .values({ install_id: installId, workspace_id: workspaceId, ...row })
    .onConflict((conflict) =>
      conflict.column('install_id').doUpdateSet({
        ...row,
        generation: sql<number>`install_grant.generation + 1`,
      }),
    )
    .execute();
}
