// The installs of a workspace, each with the frozen definition of the version it runs.
import type { Selectable } from 'kysely';
import type { App } from '@bellwire/model/app.ts';
import type { AppTables } from '../apps/tables.ts';
import { frozenApps } from '../apps/frozen-apps.ts';
import type { Context } from '../http/handler.ts';

export interface InstalledApp extends Selectable<AppTables['install']> {
  readonly app: App;
  readonly version: number;
}

interface Which {
  readonly ids?: readonly string[];
  readonly appId?: string;
  /** Without those that were uninstalled. */
  readonly live?: true;
}

/**
 * Newest first. The versions belong to the workspaces of their developers, behind the wall of ours: so the platform is asked,
 * for installs of this workspace only. Never call it inside a transaction: each request would then hold one connection while it
 * waits for a second, and enough of them at once would wait for ever.
 */
export async function installedApps(
  context: Pick<Context, 'tenants' | 'workspaceId'>,
  which: Which = {},
): Promise<InstalledApp[]> {
  if (which.ids?.length === 0) return [];
  const { platform } = context.tenants;
  let query = platform
    .selectFrom('install')
    .innerJoin('app_version', 'app_version.id', 'install.version_id')
    .selectAll('install')
    .select('app_version.number as version')
    .where('install.workspace_id', '=', context.workspaceId)
    .orderBy('install.id', 'desc');
  if (which.ids !== undefined) query = query.where('install.id', 'in', which.ids);
  if (which.appId !== undefined) query = query.where('install.app_id', '=', which.appId);
  if (which.live === true) query = query.where('install.state', '<>', 'uninstalled');
  const rows = await query.execute();
  const apps = await frozenApps(
    platform,
    rows.map((row) => row.version_id),
  );
  return rows.flatMap((row) => {
    const app = apps.get(row.version_id);
    return app === undefined ? [] : [{ ...row, app }];
  });
}
