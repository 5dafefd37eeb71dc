// Takes the installs of an app along to a new version, except those that would have to agree to more.
import type { Transaction } from 'kysely';
import type { App } from '@bellwire/model/app.ts';
import { newPowers } from '@bellwire/model/difference/new-powers.ts';
import { frozenApps } from '../apps/frozen-apps.ts';
import { definitionsChanged } from '../database/definitions-changed.ts';
import type { Tables } from '../database/tables.ts';
import { settleAttention } from './attention.ts';
import { planSchedules } from '../schedules/plan-schedules.ts';

interface NewVersion {
  readonly id: string;
  readonly app: App;
}

/** `tx` sees all workspaces. Runs under way keep the version they began on. */
export async function followVersion(
  tx: Transaction<Tables>,
  appId: string,
  version: NewVersion,
): Promise<void> {
  const installs = await tx
    .selectFrom('install')
    .select(['id', 'workspace_id', 'version_id', 'scopes', 'state'])
    .where('app_id', '=', appId)
    .where('state', '<>', 'uninstalled')
    .forNoKeyUpdate()
    .execute();
  const apps = await frozenApps(
    tx,
    installs.map((install) => install.version_id),
  );
  const following = installs.filter(({ version_id, scopes }) => {
    const app = apps.get(version_id);
    return app !== undefined && newPowers({ app, scopes }, version.app).length === 0;
  });
  await follow(
    tx,
    version,
    following.map((install) => install.id),
  );
  // Those that were left behind by an earlier version may follow again, so that their words have to go.
  const unsettled = installs.filter(
    (install) => install.state === 'needs-attention' || !following.includes(install),
  );
  for (const { id } of unsettled) await settleAttention(tx, id);
  for (const workspaceId of new Set(installs.map((install) => install.workspace_id)))
    await definitionsChanged(tx, workspaceId);
}

async function follow(tx: Transaction<Tables>, version: NewVersion, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('install').set({ version_id: version.id }).where('id', 'in', ids).execute();
  await planSchedules(tx, ids);
}
