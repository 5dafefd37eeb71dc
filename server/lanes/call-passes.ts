// What an install may call, and its secrets, opened only for the moment of sending.
import { LruMap } from './lru-map.ts';
import type { Tenants } from '../database/tenant.ts';
import { installPlace } from '../installs/sealed-auth.ts';
import type { Sealer } from '../secrets/sealed.ts';
import type { SecretSeals } from './secret-seal.ts';
import type { CallPass } from './send-call.ts';

const LIFE_MS = 2_000;
const MOST_PASSES = 1_000;

interface PassRooms {
  readonly tenants: Tenants;
  readonly sealer: Sealer;
  readonly seals: SecretSeals;
}

export function callPasses(rooms: PassRooms): (installId: string) => Promise<CallPass | undefined> {
  const kept = new LruMap<string, { pass: Promise<CallPass | undefined>; at: number }>(MOST_PASSES);
  return (installId) => {
    const known = kept.get(installId);
    if (known !== undefined && Date.now() - known.at < LIFE_MS) return known.pass;
    const pass = readPass(rooms, installId);
    kept.set(installId, { pass, at: Date.now() });
    pass.catch(() => kept.delete(installId));
    return pass;
  };
}

async function readPass(
  { tenants, sealer, seals }: PassRooms,
  installId: string,
): Promise<CallPass | undefined> {
  const row = await tenants.platform
    .selectFrom('install')
    .innerJoin('app_version', 'app_version.id', 'install.version_id')
    .innerJoin('app', 'app.id', 'install.app_id')
    .select(['install.workspace_id', 'install.secrets', 'install.state'])
    .select(['app_version.definition', 'app.state as app_state'])
    .where('install.id', '=', installId)
    .executeTakeFirst();
  if (row === undefined || row.state === 'uninstalled' || row.app_state === 'suspended') return undefined;
  return {
    allowedHosts: row.definition.hosts,
    seal: seals.of(installId),
    secretOf: (name) => {
      const sealed = Object.hasOwn(row.secrets, name) ? row.secrets[name] : undefined;
      const opened =
        sealed === undefined ? undefined : sealer.open(sealed, installPlace(row.workspace_id, installId));
      return opened?.is === 'opened' ? opened.text : undefined;
    },
  };
}
