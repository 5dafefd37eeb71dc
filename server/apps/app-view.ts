// A mini-app as its developer sees it: a row of the list, or the whole draft with what the check says of it.
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { checkTools } from '@bellwire/engine/check-tools.ts';
import type { App } from '@bellwire/model/app.ts';
import { checkApp } from '@bellwire/model/check/check-app.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Tables } from '../database/tables.ts';
import { viewComplaint } from '../http/complaint-view.ts';
import type { Context } from '../http/handler.ts';
import { countInstalls } from '../store/listed-app.ts';

type AppSummary = OutputOf<'listApps'>['rows'][number];

export async function readSummaries(
  context: Pick<Context, 'tenants' | 'workspaceId'>,
  appId?: string,
): Promise<AppSummary[]> {
  // Installs of other workspaces are counted too, so the platform is asked, for apps of this workspace only.
  let query = selectSummaries(context.tenants.platform).where('app.workspace_id', '=', context.workspaceId);
  if (appId !== undefined) query = query.where('app.id', '=', appId);
  return query.execute();
}

function selectSummaries(platform: Kysely<Tables>) {
  return platform
    .selectFrom('app')
    .leftJoin('app_version', 'app_version.id', 'app.published_version_id')
    .select([
      'app.id',
      'app.name',
      'app.state',
      'app_version.number as publishedVersion',
      'app.updated_at as updatedAt',
      sql<string>`draft ->> 'label'`.as('label'),
      sql<string>`draft ->> 'description'`.as('description'),
      sql<string | null>`draft ->> 'logo'`.as('logo'),
      sql<boolean>`app.published_revision is distinct from app.revision`.as('hasUnpublishedChanges'),
      reviewOf.as('review'),
      sql<string | null>`case when app.state = 'suspended' then app.suspended_says end`.as('suspended'),
      countInstalls.as('installs'),
    ])
    .orderBy('app.updated_at', 'desc')
    .orderBy('app.id');
}

const reviewOf = sql<AppSummary['review']>`case when app.review is not null then json_build_object(
  'is', app.review, 'says', coalesce(app.review_says, ''),
  'version', (select number from app_version asked where asked.id = app.review_version_id)) end`;

/** Reads the draft as it is now: call it after the transaction that changed it. */
export async function viewDraft(context: Context, appId: string): Promise<OutputOf<'getApp'>> {
  const [summary] = await readSummaries(context, appId);
  const draft = await context.inWorkspace((tx) =>
    tx.selectFrom('app').select(['draft', 'revision']).where('id', '=', appId).executeTakeFirst(),
  );
  if (summary === undefined || draft === undefined) throw appNotFound();
  return {
    ...summary,
    app: draft.draft,
    revision: draft.revision,
    complaints: complaintsOf(draft.draft).map(viewComplaint),
  };
}

export function complaintsOf(app: App) {
  return checkApp(app, checkTools);
}

export function appNotFound(): ProblemError {
  return new ProblemError('not-found', { says: 'There is no such mini-app in this workspace.' });
}
