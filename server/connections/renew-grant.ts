// Asks a service for its next grant to an install: once, however many requests of however many processes need it.
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { grantOf } from '@bellwire/model/auth.ts';
import { frozenApps } from '../apps/frozen-apps.ts';
import { definitionsChanged } from '../database/definitions-changed.ts';
import type { Tenants } from '../database/tenant.ts';
import type { Egress } from '../egress/egress.ts';
import { loseConnection } from '../installs/lose-connection.ts';
import { installPlace, openInstall } from '../installs/sealed-auth.ts';
import type { Sealer } from '../secrets/sealed.ts';
import { readAppClient } from './app-client.ts';
import { askGrant, type GrantAnswer } from './ask-grant.ts';
import { openFields } from './held-fields.ts';
import { keepGrant } from './keep-grant.ts';

export interface RenewRooms {
  readonly tenants: Tenants;
  readonly egress: Egress;
  readonly sealer: Sealer;
  readonly log: Logger;
}

/** `refused`: the connection is lost, and has been written down as such. `away`: it may go better later. */
export type Renewed = { readonly is: 'renewed' } | { readonly is: 'refused' | 'away'; readonly says: string };

export interface GrantRenewer {
  /** @param generation Of the grant that is not good any more; where a newer one is there, nothing is asked. */
  renew(installId: string, generation: number): Promise<Renewed>;
}

/** Longer than two requests take: one that has not ended by then was lost with its process. */
const LEASE_SECONDS = 40;
const LOOK_AGAIN_MS = 100;

export function grantRenewer(rooms: RenewRooms): GrantRenewer {
  const underWay = new Map<string, Promise<Renewed>>();
  return {
    renew(installId, generation) {
      const key = `${installId} ${generation}`;
      const known = underWay.get(key);
      if (known !== undefined) return known;
      const renewing = renewOnce(rooms, installId, generation).finally(() => underWay.delete(key));
      underWay.set(key, renewing);
      return renewing;
    },
  };
}

async function renewOnce(rooms: RenewRooms, installId: string, generation: number): Promise<Renewed> {
  for (let waited = 0; waited < LEASE_SECONDS * 1000; waited += LOOK_AGAIN_MS) {
    if (await claim(rooms, installId, generation)) return renewClaimed(rooms, installId, generation);
    const state = await readState(rooms, installId);
    if (state === undefined || state.generation > generation) return { is: 'renewed' };
    if (state.connection_lost_at !== null)
      return { is: 'refused', says: state.connection_answer ?? 'The connection is lost.' };
    await pause(LOOK_AGAIN_MS);
  }
  return { is: 'away', says: 'Another process has been asking for a new grant for too long.' };
}

async function claim({ tenants }: RenewRooms, installId: string, generation: number): Promise<boolean> {
  const { rows } = await sql`
    update install_grant g set renewing_until = now() + make_interval(secs => ${LEASE_SECONDS})
      from install i
     where g.install_id = ${installId} and g.generation = ${generation} and i.id = g.install_id
       and i.state <> 'uninstalled' and i.connection_lost_at is null
       and (g.renewing_until is null or g.renewing_until < now())
    returning g.install_id`.execute(tenants.platform);
  return rows.length > 0;
}

async function readState({ tenants }: RenewRooms, installId: string) {
  return tenants.platform
    .selectFrom('install_grant')
    .innerJoin('install', 'install.id', 'install_grant.install_id')
    .select(['generation', 'connection_lost_at', 'connection_answer'])
    .where('install_id', '=', installId)
    .where('install.state', '<>', 'uninstalled')
    .executeTakeFirst();
}

async function renewClaimed(rooms: RenewRooms, installId: string, generation: number): Promise<Renewed> {
  const { platform } = rooms.tenants;
  const install = await readInstall(rooms, installId);
  const answer = await askAgain(rooms, install);
  if (answer.is === 'granted') {
    await platform.transaction().execute(async (tx) => {
      const kept = { workspaceId: install.workspace_id, installId, app: install.app };
      await keepGrant(tx, kept, answer.granted, rooms.sealer);
      await definitionsChanged(tx, install.workspace_id);
    });
    return { is: 'renewed' };
  }
  await platform
    .updateTable('install_grant')
    .set({ renewing_until: null })
    .where('install_id', '=', installId)
    .where('generation', '=', generation)
    .execute();
  rooms.log.warn({ installId, says: answer.says }, 'What was granted could not be renewed.');
  if (answer.is === 'refused') {
    const says = `the values it granted could not be renewed. ${answer.says}`;
    await loseConnection(platform, { installId, secrets: install.secrets, generation, says });
  }
  return { is: answer.is, says: answer.says };
}

type GrantedInstall = Awaited<ReturnType<typeof readInstall>>;

async function readInstall({ tenants: { platform } }: RenewRooms, installId: string) {
  const install = await platform
    .selectFrom('install')
    .innerJoin('install_grant', 'install_grant.install_id', 'install.id')
    .selectAll('install')
    .select(['install_grant.fields as granted', 'install_grant.secrets as granted_secrets'])
    .where('install.id', '=', installId)
    .executeTakeFirstOrThrow();
  const app = (await frozenApps(platform, [install.version_id])).get(install.version_id);
  if (app === undefined) throw new Error(`The version of the install ${installId} is not there.`);
  return { ...install, app };
}

/** By the refresh request; where that is refused, by the auth request, which needs nobody to sign in. */
async function askAgain(rooms: RenewRooms, install: GrantedInstall): Promise<GrantAnswer> {
  const { app } = install;
  const grant = grantOf(app.auth);
  if (grant === undefined)
    return { is: 'refused', says: 'This version of the app asks for no grant any more.' };
  const opened = openInstall(install, rooms.sealer);
  if (!opened.ok) return { is: 'refused', says: opened.says };
  const before = openFields(
    { fields: install.granted, secrets: install.granted_secrets },
    rooms.sealer,
    installPlace(install.workspace_id, install.id),
  );
  const client = await readAppClient(rooms.tenants.platform, install.app_id, rooms.sealer);
  const secrets = [...opened.secrets, ...before.secrets, client.secret];
  const data = { auth: opened.values, app: before.values, client: { ...client } };
  const ask = (request: typeof grant.request) =>
    askGrant(rooms.egress, { app, grant, request, data, before: before.values, secrets });
  const again = app.auth.is === 'inputs' ? grant.request : undefined;
  const first = grant.refresh ?? again;
  if (first === undefined)
    return { is: 'refused', says: 'It has expired, and the app has no refresh request. Sign in again.' };
  const answer = await ask(first);
  return answer.is === 'refused' && again !== undefined && first !== again ? ask(again) : answer;
}
