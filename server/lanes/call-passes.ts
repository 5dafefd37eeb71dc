// What an install may call, and its secrets, opened only for the moment of sending.
import type { Logger } from 'pino';
import { grantRenewer, type GrantRenewer } from '../connections/renew-grant.ts';
import { LruMap } from './lru-map.ts';
import type { Tenants } from '../database/tenant.ts';
import { loseConnection } from '../installs/lose-connection.ts';
import type { Egress } from '../egress/egress.ts';
import { installPlace } from '../installs/sealed-auth.ts';
import type { Sealer } from '../secrets/sealed.ts';
import { GRANTED } from './held-marks.ts';
import type { SecretSeals } from './secret-seal.ts';
import type { CallPass, Renewal } from './send-call.ts';

const LIFE_MS = 2_000;
const MOST_PASSES = 1_000;

interface PassRooms {
  readonly tenants: Tenants;
  readonly egress: Egress;
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
  const renewer = grantRenewer(rooms);
  const of: CallPasses['of'] = (installId) => {
    const known = kept.get(installId);
    if (known !== undefined && Date.now() - known.at < LIFE_MS) return known.pass;
    const pass = readPass(rooms, renewer, installId);
    kept.set(installId, { pass, at: Date.now() });
    pass.catch(() => kept.delete(installId));
    return pass;
  };
  return { of, forget: () => kept.clear() };
}

async function readPass(
  rooms: PassRooms,
  renewer: GrantRenewer,
  installId: string,
): Promise<CallPass | undefined> {
  const row = await selectPass(rooms, installId);
  if (row === undefined || row.state === 'uninstalled' || row.app_state === 'suspended') return undefined;
  const { generation } = row;
  const isRenewable = generation !== null && row.connection_lost_at === null;
  return {
    allowedHosts: row.definition.hosts,
    seal: rooms.seals.of(installId),
    secretOf: (name) => openSecret(rooms, row, name),
    refused: async (says) => {
      try {
        const sent = { secrets: row.secrets, ...(generation === null ? {} : { generation }) };
        await loseConnection(rooms.tenants.platform, { installId, ...sent, says });
      } catch (error) {
        rooms.log.warn(
          { err: error, installId },
          'A lost connection could not be written down; the next refusal tries again.',
        );
      }
    },
    ...(isRenewable ? { renewal: renewalOf(rooms, renewer, { ...row, generation }) } : {}),
  };
}

type PassRow = NonNullable<Awaited<ReturnType<typeof selectPass>>>;

async function selectPass({ tenants }: PassRooms, installId: string) {
  return tenants.platform
    .selectFrom('install')
    .innerJoin('app_version', 'app_version.id', 'install.version_id')
    .innerJoin('app', 'app.id', 'install.app_id')
    .leftJoin('install_grant', 'install_grant.install_id', 'install.id')
    .select(['install.id', 'install.workspace_id', 'install.secrets', 'install.state'])
    .select(['install.connection_lost_at', 'app_version.definition', 'app.state as app_state'])
    .select(['install_grant.secrets as granted', 'install_grant.generation', 'install_grant.renew_at'])
    .where('install.id', '=', installId)
    .executeTakeFirst();
}

function openSecret({ sealer }: PassRooms, row: PassRow, name: string): string | undefined {
  const [stored, key] = name.startsWith(GRANTED)
    ? [row.granted ?? {}, name.slice(GRANTED.length)]
    : [row.secrets, name];
  const sealed = Object.hasOwn(stored, key) ? stored[key] : undefined;
  const opened =
    sealed === undefined ? undefined : sealer.open(sealed, installPlace(row.workspace_id, row.id));
  return opened?.is === 'opened' ? opened.text : undefined;
}

function renewalOf(
  rooms: PassRooms,
  renewer: GrantRenewer,
  { id, generation, renew_at }: PassRow & { generation: number },
): Renewal {
  return {
    isDue: () => renew_at !== null && Date.parse(renew_at) <= Date.now(),
    renew: async () => {
      const renewed = await renewer.renew(id, generation);
      if (renewed.is !== 'renewed') return renewed;
      const pass = await readPass(rooms, renewer, id);
      return pass ?? { is: 'refused', says: 'The app is no longer installed.' };
    },
  };
}
