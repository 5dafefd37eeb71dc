// Publishing: the draft is frozen as the next version, and the installs that may, follow it.
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { appOperations } from '@bellwire/model/operations/apps.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Handlers } from '../http/handler.ts';
import { followVersion } from '../installs/follow-version.ts';
import type { AppRow } from './app-row.ts';
import { appNotFound, complaintsOf, viewDraft } from './app-view.ts';

export const appVersionHandlers: Pick<Handlers<keyof typeof appOperations>, 'publishApp' | 'listVersions'> = {
  async publishApp({ appId, revision, visibility, changelog }, context) {
    // One transaction that sees all workspaces, because installs of any of them follow; the app is one of this workspace only.
    await context.tenants.platform.transaction().execute(async (tx) => {
      const app = await tx
        .selectFrom('app')
        .selectAll()
        .where('id', '=', appId)
        .where('workspace_id', '=', context.workspaceId)
        .forUpdate()
        .executeTakeFirst();
      if (app === undefined) throw appNotFound();
      refuseUnpublishable(app, revision);
      const versionId = await freeze(tx, app, changelog);
      const waits = visibility === 'public' && context.operators.length > 0;
      await show(tx, app, versionId, { visibility, waits });
      // What everybody finds stays as it is until the operator has decided.
      if (!waits || app.state !== 'public') await followVersion(tx, appId, { id: versionId, app: app.draft });
    });
    return viewDraft(context, appId);
  },

  async listVersions({ appId }, context) {
    const rows = await context.inWorkspace(async (tx) => {
      const app = await tx.selectFrom('app').select('id').where('id', '=', appId).executeTakeFirst();
      if (app === undefined) throw appNotFound();
      return tx
        .selectFrom('app_version')
        .select(['id', 'number', 'changelog', 'published_at as publishedAt'])
        .where('app_id', '=', appId)
        .orderBy('number', 'desc')
        .execute();
    });
    return { rows };
  },
};

function refuseUnpublishable(app: AppRow, revision: number): void {
  if (app.revision !== revision) throw new ProblemError('stale-edit', { facts: { revision: app.revision } });
  if (app.state === 'suspended') {
    throw new ProblemError('forbidden', {
      says: 'This mini-app has been suspended by the operator of this server. Ask them what has to be mended.',
    });
  }
  const complaints = complaintsOf(app.draft).filter((complaint) => complaint.level !== 'warning');
  if (complaints.length > 0) throw new ProblemError('not-publishable', { complaints });
}

async function freeze(tx: Transaction<Tables>, app: AppRow, changelog: string): Promise<string> {
  const id = uuidV7();
  const newest = await tx
    .selectFrom('app_version')
    .select((version) => version.fn.max('number').as('number'))
    .where('app_id', '=', app.id)
    .executeTakeFirst();
  await tx
    .insertInto('app_version')
    .values({
      id,
      workspace_id: app.workspace_id,
      app_id: app.id,
      number: (newest?.number ?? 0) + 1,
      definition: JSON.stringify(app.draft),
      changelog,
      revision: app.revision,
    })
    .execute();
  return id;
}

interface Publishing {
  readonly visibility: 'private' | 'public';
  /** For the operator's decision: until then it is private, and what is public already stays. */
  readonly waits: boolean;
}

async function show(
  tx: Transaction<Tables>,
  { id, state, revision }: AppRow,
  versionId: string,
  { visibility, waits }: Publishing,
): Promise<void> {
  const staysPublic = waits && state === 'public';
  await tx
    .updateTable('app')
    .set({
      published_revision: revision,
      updated_at: sql`now()`,
      review: waits ? 'asked' : null,
      review_version_id: waits ? versionId : null,
      review_says: null,
      review_at: waits ? sql`now()` : null,
      ...(staysPublic ? {} : { published_version_id: versionId, state: waits ? 'private' : visibility }),
    })
    .where('id', '=', id)
    .execute();
}
