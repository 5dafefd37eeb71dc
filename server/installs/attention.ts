// Whether an install needs its owner: written down anew whenever one of the causes has changed.
import type { Kysely } from 'kysely';
import { newPowers } from '@bellwire/model/difference/new-powers.ts';
import type { InstallScope } from '@bellwire/model/scope.ts';
import type { Tables } from '../database/tables.ts';
import { frozenApps } from '../apps/frozen-apps.ts';

/**
 * Sees versions of other workspaces, so `platform` or a transaction of it is given.
 * The causes: the app's service refuses the auth values, its server was not told of the install, or its newest version asks
 * for more than was consented to.
 */
export async function settleAttention(platform: Kysely<Tables>, installId: string): Promise<void> {
  const install = await platform
    .selectFrom('install')
    .innerJoin('app', 'app.id', 'install.app_id')
    .leftJoin('subscribe_request', (join) =>
      join.onRef('subscribe_request.install_id', '=', 'install.id').on('kind', '=', 'subscribe'),
    )
    .select(['version_id', 'scopes', 'published_version_id', 'install.state', 'failure'])
    .select(['connection_answer'])
    .where('install.id', '=', installId)
    .executeTakeFirst();
  if (install === undefined || install.state === 'uninstalled') return;
  const causes = [
    sayConnection(install.connection_answer),
    install.failure,
    await sayNewPowers(platform, install),
  ].filter((cause) => cause !== null);
  await platform
    .updateTable('install')
    .set({
      state: causes.length === 0 ? 'active' : 'needs-attention',
      attention: causes.length === 0 ? null : causes.join(' '),
    })
    .where('id', '=', installId)
    .where('state', '<>', 'uninstalled')
    .execute();
}

function sayConnection(answer: string | null): string | null {
  if (answer === null) return null;
  return `The connection expired: the app's service refuses the auth values (${answer}). Its events are parked. Reconnect with new values, then run what is parked.`;
}

interface Versions {
  readonly version_id: string;
  readonly published_version_id: string | null;
  readonly scopes: readonly InstallScope[];
}

async function sayNewPowers(
  platform: Kysely<Tables>,
  { version_id, published_version_id, scopes: granted }: Versions,
): Promise<string | null> {
  if (published_version_id === null || published_version_id === version_id) return null;
  const apps = await frozenApps(platform, [version_id, published_version_id]);
  const installed = apps.get(version_id);
  const published = apps.get(published_version_id);
  if (installed === undefined || published === undefined) return null;
  const powers = newPowers({ app: installed, scopes: granted }, published);
  if (powers.length === 0) return null;
  return `The newest version of ${published.label} asks for more than was agreed to: ${powers.join('; ')}. This install stays on its version until an admin agrees.`;
}
