// Makes sure that an app is installed in the workspace, with consent to all it asks for.
import type { InputOf, OutputOf } from '@bellwire/model/operations/all.ts';
import type { Client } from './client.ts';

export interface EnsuredInstall {
  readonly install: OutputOf<'getInstall'>;
  /** The key with which the app fires its triggers; null where it was shown to somebody before. */
  readonly key: string | null;
}

/** Whoever calls this consents to the scopes that the published version asks for. */
export async function ensureInstall(
  client: Client,
  wanted: Pick<InputOf<'installApp'>, 'appId' | 'auth'>,
): Promise<EnsuredInstall> {
  const { rows } = await client.listInstalls({ appId: wanted.appId });
  const known = rows.find(({ state }) => state !== 'uninstalled');
  if (known !== undefined) return { install: known, key: null };
  const { scopes } = await client.getListing({ appId: wanted.appId });
  return client.installApp({ ...wanted, consent: scopes.map(({ scope }) => scope) });
}
