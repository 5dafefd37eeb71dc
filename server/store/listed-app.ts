// Which published apps a workspace may see and install: the public ones of all, and its own private ones.
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { AppTables } from '../apps/tables.ts';
import type { Context } from '../http/handler.ts';
import { ProblemError } from '@bellwire/model/problem.ts';

/**
 * Reads published versions only: what is in a draft is nobody's business but its developer's. Other workspaces' apps are
 * behind the wall, so the platform is asked, and this condition is the wall's place.
 */
export function selectListed(context: Pick<Context, 'tenants' | 'workspaceId'>) {
  return context.tenants.platform
    .selectFrom('app')
    .innerJoin('app_version', 'app_version.id', 'app.published_version_id')
    .innerJoin('workspace', 'workspace.id', 'app.workspace_id')
    .where((app) =>
      app.or([
        app('app.state', '=', 'public'),
        app.and([app('app.state', '=', 'private'), app('app.workspace_id', '=', context.workspaceId)]),
      ]),
    );
}

export type ListedApp = Pick<Selectable<AppTables['app_version']>, 'id' | 'app_id' | 'number' | 'definition'>;

/** @throws ProblemError `not-found` */
export async function getListedVersion(
  context: Pick<Context, 'tenants' | 'workspaceId'>,
  appId: string,
): Promise<ListedApp> {
  const row = await selectListed(context)
    .select(['app_version.id', 'app_version.app_id', 'app_version.number', 'app_version.definition'])
    .where('app.id', '=', appId)
    .executeTakeFirst();
  if (row === undefined)
    throw new ProblemError('not-found', { says: 'The store has no such app for this workspace.' });
  return row;
}

/** Live installs of the app in all workspaces. */
export const countInstalls = sql<number>`(select count(*) from install where install.app_id = app.id and install.state <> 'uninstalled')`;
