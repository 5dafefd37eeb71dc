// Tells an app's own server that the app was installed or uninstalled: at once, then with growing pauses, for some days.
import type { ExpressionBuilder, Kysely, Selectable } from 'kysely';
import type { App } from '@bellwire/model/app.ts';
import type { OutgoingRequest } from '@bellwire/model/outgoing-request.ts';
import { pauseBeforeTry } from '@bellwire/model/retry-gaps.ts';
import { openFields } from '../connections/held-fields.ts';
import type { Tables } from '../database/tables.ts';
import { frozenApps } from '../apps/frozen-apps.ts';
import type { Rooms } from '../http/handler.ts';
import { afterPause, claimDue, LEASE_SECONDS } from '../workers/claim-due.ts';
import type { Duty } from '../workers/claim-worker.ts';
import { settleAttention } from './attention.ts';
import { sendInstallRequest } from './install-request.ts';
import type { Sent } from './install-request.ts';
import { installPlace, openInstall } from './sealed-auth.ts';
import type { InstallTables, SubscribeKind } from './tables.ts';
import { forgetSecrets } from './uninstall.ts';

export type SubscribeRooms = Pick<Rooms, 'tenants' | 'egress' | 'sealer' | 'log'>;

type Claimed = Pick<Selectable<InstallTables['subscribe_request']>, 'install_id' | 'kind' | 'tries'>;

export function subscribeRequestOf(app: App, kind: SubscribeKind): OutgoingRequest | undefined {
  return kind === 'subscribe' ? app.subscribe : app.unsubscribe;
}

interface Wanted {
  readonly workspaceId: string;
  readonly installId: string;
  readonly kind: SubscribeKind;
}

/** Part of the transaction that makes it necessary. The caller makes the first try itself, once that is committed. */
export async function claimNewRequest(tx: Kysely<Tables>, wanted: Wanted): Promise<Claimed> {
  await putRequest(tx, wanted, 1, LEASE_SECONDS * 1000);
  return { install_id: wanted.installId, kind: wanted.kind, tries: 1 };
}

/** The same, with the first try left to the worker: for callers who need not know what came of it. */
export async function queueRequest(tx: Kysely<Tables>, wanted: Wanted): Promise<void> {
  await putRequest(tx, wanted, 0, 0);
}

async function putRequest(tx: Kysely<Tables>, wanted: Wanted, tries: number, dueInMs: number): Promise<void> {
  const row = { tries, due_at: afterPause(dueInMs), failure: null };
  await tx
    .insertInto('subscribe_request')
    .values({ workspace_id: wanted.workspaceId, install_id: wanted.installId, kind: wanted.kind, ...row })
    .onConflict((conflict) => conflict.columns(['install_id', 'kind']).doUpdateSet(row))
    .execute();
}

export function subscribeDuty(rooms: SubscribeRooms): Duty<Claimed> {
  const { platform } = rooms.tenants;
  return {
    of: 'subscribe requests',
    mostAtOnce: 5,
    claim: (most) => claimDue(platform, { table: 'subscribe_request', key: ['install_id', 'kind'] }, most),
    work: (claimed) => trySubscribe(rooms, claimed),
  };
}

/** Makes the try that was claimed, and writes down what came of it. */
export async function trySubscribe(rooms: SubscribeRooms, claimed: Claimed): Promise<void> {
  const { platform } = rooms.tenants;
  const sent = await send(rooms, claimed);
  const pause = sent.ok ? null : pauseBeforeTry({ ...sent, tries: claimed.tries, random: Math.random() });
  const isOver = pause === null;
  if (sent.ok) {
    await platform.deleteFrom('subscribe_request').where(sameRequest(claimed)).execute();
  } else {
    const failure = sayFailure(claimed, sent.says, !isOver);
    await platform
      .updateTable('subscribe_request')
      .set({ due_at: afterPause(pause), failure })
      .where(sameRequest(claimed))
      .execute();
    rooms.log.warn(
      { installId: claimed.install_id, tries: claimed.tries, says: sent.says },
      `The ${claimed.kind} request failed.`,
    );
  }
  if (claimed.kind === 'subscribe') await settleAttention(platform, claimed.install_id);
  else if (isOver) await forgetSecrets(platform, claimed.install_id);
}

function sameRequest({ install_id, kind }: Claimed) {
  return (row: ExpressionBuilder<Tables, 'subscribe_request'>) => row.and({ install_id, kind });
}

async function send(rooms: SubscribeRooms, { install_id, kind }: Claimed): Promise<Sent> {
  const install = await rooms.tenants.platform
    .selectFrom('install')
    .innerJoin('workspace', 'workspace.id', 'install.workspace_id')
    .leftJoin('install_grant', 'install_grant.install_id', 'install.id')
    .selectAll('install')
    .select(['install_grant.fields as granted', 'install_grant.secrets as granted_secrets'])
    .select('workspace.name as workspace_name')
    .where('install.id', '=', install_id)
    .executeTakeFirstOrThrow();
  const app = (await frozenApps(rooms.tenants.platform, [install.version_id])).get(install.version_id);
  const request = app === undefined ? undefined : subscribeRequestOf(app, kind);
  // The version that the install follows by now has none: nobody is waiting to be told.
  if (app === undefined || request === undefined) return { ok: true, body: null };
  const opened = openInstall(install, rooms.sealer);
  if (!opened.ok) return opened;
  const { key, values, secrets } = opened;
  const granted = openFields(
    { fields: install.granted ?? {}, secrets: install.granted_secrets ?? {} },
    rooms.sealer,
    installPlace(install.workspace_id, install.id),
  );
  const { workspace_id, workspace_name } = install;
  return sendInstallRequest(rooms.egress, {
    request,
    hosts: app.hosts,
    data: {
      auth: values,
      app: granted.values,
      install: { id: install.id, workspace_id, workspace_name, api_key: key },
    },
    // Beside one another, and not mixed: an auth input may well be called "api_key" too.
    body: { api_key: key, workspace_id, workspace_name, install_id: install.id, auth: values },
    secrets: [...secrets, ...granted.secrets],
  });
}

function sayFailure({ tries }: Claimed, says: string, isTriedAgain: boolean): string {
  const next = isTriedAgain
    ? 'It is tried again by itself.'
    : `It was tried ${tries} times. Check the auth values and the app's server, then send it again.`;
  return `The app's server could not be told of this install. ${says} ${next}`;
}
