// Published definitions by version. They never change, so the ones asked for lately are kept in memory.
import type { Kysely } from 'kysely';
import type { App } from '@bellwire/model/app.ts';
import type { Tables } from '../database/tables.ts';

const MOST_REMEMBERED = 200;
const remembered = new Map<string, App>();

/** Versions of apps of other workspaces too: `platform` is asked, and the caller has to know that the workspace may see them. */
export async function frozenApps(
  platform: Kysely<Tables>,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, App>> {
  const found = new Map<string, App>();
  const missing: string[] = [];
  for (const id of new Set(versionIds)) {
    const app = remembered.get(id);
    if (app === undefined) missing.push(id);
    else found.set(id, app);
  }
  if (missing.length === 0) return found;
  const rows = await platform
    .selectFrom('app_version')
    .select(['id', 'definition'])
    .where('id', 'in', missing)
    .execute();
  for (const { id, definition } of rows) {
    found.set(id, definition);
    remember(id, definition);
  }
  return found;
}

function remember(id: string, app: App): void {
  remembered.set(id, app);
  if (remembered.size <= MOST_REMEMBERED) return;
  const [oldest] = remembered.keys();
  if (oldest !== undefined) remembered.delete(oldest);
}
