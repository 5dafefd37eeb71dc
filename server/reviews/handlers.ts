// The operator's decisions: a version for everybody or not, and the stop of an app.
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { reviewOperations } from '@bellwire/model/operations/reviews.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { AppRow } from '../apps/app-row.ts';
import { frozenApps } from '../apps/frozen-apps.ts';
import { definitionsChanged } from '../database/definitions-changed.ts';
import type { Tables } from '../database/tables.ts';
import type { Context, Handlers } from '../http/handler.ts';
import { followVersion } from '../installs/follow-version.ts';
import { readOperatedApps } from './operated-apps.ts';
import { requireOperator } from './require-operator.ts';

export const reviewHandlers: Handlers<keyof typeof reviewOperations> = {
  async listOperatedApps(_input, context) {
    await requireOperator(context);
    return { rows: await readOperatedApps(context.tenants) };
  },

  async decideReview({ appId, version, decision, says }, context) {
    if (decision === 'reject' && says === '') {
      const missing = { path: ['says'], says: 'Say why: the developer reads it.' };
      throw new ProblemError('bad-input', { complaints: [missing] });
    }
    return onApp(context, appId, async (tx, app) => {
      const asked = await askedVersion(tx, app, version);
      if (decision === 'approve') await approve(tx, app, asked);
      else await setApp(tx, appId, { review: 'rejected', review_says: says });
    });
  },

  async suspendApp({ appId, says }, context) {
    return onApp(context, appId, async (tx, app) => {
      if (app.state === 'suspended' || app.state === 'draft')
        throw new ProblemError('conflict', {
          says: 'Only an app that is published, and not suspended, can be.',
        });
      await setApp(tx, appId, { state: 'suspended', suspended_says: says, suspended_from: app.state });
      await tellInstalls(tx, appId);
    });
  },

  async liftSuspension({ appId }, context) {
    return onApp(context, appId, async (tx, app) => {
      if (app.state !== 'suspended')
        throw new ProblemError('conflict', { says: 'This app is not suspended.' });
      await setApp(tx, appId, {
        state: app.suspended_from ?? 'private',
        suspended_says: null,
        suspended_from: null,
      });
      await tellInstalls(tx, appId);
    });
  },
};

/** In one transaction that sees all workspaces, with the app's row held. */
async function onApp(
  context: Context,
  appId: string,
  work: (tx: Transaction<Tables>, app: AppRow) => Promise<void>,
): Promise<Record<string, never>> {
  await requireOperator(context);
  await context.tenants.platform.transaction().execute(async (tx) => {
    const app = await tx.selectFrom('app').selectAll().where('id', '=', appId).forUpdate().executeTakeFirst();
    if (app === undefined) throw new ProblemError('not-found', { says: 'There is no such mini-app.' });
    await work(tx, app);
  });
  return {};
}

/** @throws ProblemError `conflict` where another version, or none, waits: what was read is not what would be decided. */
async function askedVersion(tx: Transaction<Tables>, app: AppRow, version: number): Promise<string> {
  const asked = await tx
    .selectFrom('app_version')
    .select(['id', 'number'])
    .where('id', '=', app.review === 'asked' ? app.review_version_id : null)
    .executeTakeFirst();
  if (asked?.number === version) return asked.id;
  const says =
    asked === undefined
      ? 'No version of this app waits for a decision.'
      : `Version ${asked.number} waits for a decision by now. Look at that one.`;
  throw new ProblemError('conflict', { says });
}

async function approve(tx: Transaction<Tables>, { id }: AppRow, versionId: string): Promise<void> {
  await setApp(tx, id, { state: 'public', published_version_id: versionId, review: null, review_says: null });
  const app = (await frozenApps(tx, [versionId])).get(versionId);
  if (app !== undefined) await followVersion(tx, id, { id: versionId, app });
}

type AppSet = Partial<
  Pick<
    AppRow,
    'state' | 'review' | 'review_says' | 'published_version_id' | 'suspended_says' | 'suspended_from'
  >
>;

async function setApp(tx: Transaction<Tables>, appId: string, set: AppSet): Promise<void> {
  await tx
    .updateTable('app')
    .set({ ...set, updated_at: sql`now()` })
    .where('id', '=', appId)
    .execute();
}

/** Their workers read the definitions anew at once. */
async function tellInstalls(tx: Transaction<Tables>, appId: string): Promise<void> {
  const installs = await tx
    .selectFrom('install')
    .select('workspace_id')
    .distinct()
    .where('app_id', '=', appId)
    .execute();
  for (const { workspace_id: workspaceId } of installs) await definitionsChanged(tx, workspaceId);
}
