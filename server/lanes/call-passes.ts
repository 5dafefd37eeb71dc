// What an install may call, and its secrets, opened only for the moment of sending.
import type { Logger } from 'pino';
import { LruMap } from './lru-map.ts';
import type { Tenants } from '../database/tenant.ts';
import { loseConnection } from '../installs/lose-connection.ts';
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
  readonly log: Logger;
}

export interface CallPasses {
  /** Undefined when the install is gone or suspended. */
  of(installId: string): Promise<CallPass | undefined>;
  /** New auth values hold at once, and not only when what is kept has grown old. */
  forget(): void;
}

export function callPasses(rooms: PassRooms): CallPasses {
  const kept = new LruMap<string, { pass: Promise<CallPass | undefined>; at: number }>(MOST_PASSES);
  const of: CallPasses['of'] = (installId) => {
    const known = kept.get(installId);
    if (known !== undefined && Date.now() - known.at < LIFE_MS) return known.pass;
    const pass = readPass(rooms, installId);
    kept.set(installId, { pass, at: Date.now() });
    pass.catch(() => kept.delete(installId));
    return pass;
  };
  return { of, forget: () => kept.clear() };
}

async function readPass(
  { tenants, sealer, seals, log }: PassRooms,
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
    refused: async (says) => {
      try {
        await loseConnection(tenants.platform, { installId, secrets: row.secrets, says });
      } catch (error) {
        log.warn(
          { err: error, installId },
          'A lost connection could not be written down; the next refusal tries again.',
        );
      }
    },
  };
}
