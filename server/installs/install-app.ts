// Installing an app: consent, auth inputs, connection test, the key, and telling the app's own server.
import type { Transaction } from 'kysely';
import type { App } from '@bellwire/model/app.ts';
import { authInputs } from '@bellwire/model/auth.ts';
import { readInputs } from '@bellwire/model/input-values.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { installOperations } from '@bellwire/model/operations/installs.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { scopes, type InstallScope } from '@bellwire/model/scope.ts';
import type { Granted } from '../connections/ask-grant.ts';
import { connectApp } from '../connections/connect-app.ts';
import { keepGrant } from '../connections/keep-grant.ts';
import { definitionsChanged } from '../database/definitions-changed.ts';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Context, Handlers } from '../http/handler.ts';
import { complaintAt } from '../http/complaint-view.ts';
import { getListedVersion } from '../store/listed-app.ts';
import type { ListedApp } from '../store/listed-app.ts';
import { makeInstallKey } from './install-key.ts';
import { getInstalled, viewInstall } from './install-view.ts';
import { installPlace, sealAuth } from './sealed-auth.ts';
import { claimNewRequest, subscribeRequestOf, trySubscribe } from './subscribe.ts';
import { planSchedules } from '../schedules/plan-schedules.ts';

export const installAppHandlers: Pick<Handlers<keyof typeof installOperations>, 'installApp'> = {
  async installApp({ appId, name, auth, consent }, context) {
    const version = await getListedVersion(context, appId);
    const app = version.definition;
    const values = readConsented(app, auth, consent);
    if (app.auth.is === 'oauth2') {
      throw new ProblemError('conflict', {
        says: `${app.label} is connected by signing in at its service. Install it in the store, with a browser.`,
      });
    }
    const granted = await connectApp(context.egress, { app, values, spared: 'nothing was installed' });
    return makeInstall(context, { version, name, values, granted });
  },
};

/** Installs what has been connected, and tells the app's own server. */
export async function makeInstall(context: Context, wanted: NewInstall): Promise<OutputOf<'installApp'>> {
  const made = await context.inWorkspace((tx) => insertInstall(tx, context, wanted));
  // Committed first: an app's server that answers by calling the API at once has to find its key.
  if (made.subscribe !== undefined) await trySubscribe(context, made.subscribe);
  return { install: viewInstall(await getInstalled(context, made.id)), key: made.key };
}

/** @throws ProblemError `bad-input` where something is not agreed to, or not given. */
export function readConsented(
  app: App,
  auth: Record<string, Json>,
  consent: readonly InstallScope[],
): JsonObject {
  const missing = app.scopes.filter(({ scope }) => !consent.includes(scope));
  const reading = readInputs(authInputs(app.auth), auth);
  const complaints: Complaint[] = missing.map(({ scope, reason }) => ({
    path: ['consent'],
    says: `${app.label} asks for "${scope}": it may ${scopes[scope].may} (${reason}). Agree to it, or do not install the app.`,
  }));
  if (!reading.ok)
    complaints.push(...reading.complaints.map((complaint) => complaintAt(['auth'], complaint)));
  if (complaints.length > 0 || !reading.ok) throw new ProblemError('bad-input', { complaints });
  return reading.values;
}

interface NewInstall {
  readonly version: ListedApp;
  readonly name: string | undefined;
  readonly values: JsonObject;
  readonly granted: Granted | undefined;
}

async function insertInstall(
  tx: Transaction<Tables>,
  context: Context,
  { version, name, values, granted }: NewInstall,
) {
  const { workspaceId, sealer } = context;
  const app = version.definition;
  const id = uuidV7();
  const { auth, secrets } = sealAuth(authInputs(app.auth), values, sealer, installPlace(workspaceId, id));
  const install = {
    id,
    workspace_id: workspaceId,
    name: await freeName(tx, workspaceId, version, name),
    scopes: app.scopes.map(({ scope }) => scope),
  };
  await tx
    .insertInto('install')
    .values({
      ...install,
      app_id: version.app_id,
      version_id: version.id,
      auth: JSON.stringify(auth),
      secrets: JSON.stringify(secrets),
    })
    .execute();
  if (granted !== undefined) await keepGrant(tx, { workspaceId, installId: id, app }, granted, sealer);
  const key = await makeInstallKey(tx, install, sealer);
  await planSchedules(tx, [id]);
  await definitionsChanged(tx, workspaceId);
  const isTold = subscribeRequestOf(app, 'subscribe') !== undefined;
  const subscribe = isTold
    ? await claimNewRequest(tx, { workspaceId, installId: id, kind: 'subscribe' })
    : undefined;
  return { id, key, subscribe };
}

/** The workspace's row is held meanwhile: of two installs made at once, the second sees the name of the first. */
async function freeName(
  tx: Transaction<Tables>,
  workspaceId: string,
  { app_id, definition }: ListedApp,
  wanted: string | undefined,
): Promise<string> {
  await tx.selectFrom('workspace').select('id').where('id', '=', workspaceId).forNoKeyUpdate().execute();
  const live = await tx
    .selectFrom('install')
    .select('name')
    .where('app_id', '=', app_id)
    .where('state', '<>', 'uninstalled')
    .execute();
  const taken = live.map((install) => install.name);
  if (wanted !== undefined && taken.includes(wanted)) {
    const says = `${definition.label} is already installed as "${wanted}". Give this install another name, to tell the two apart.`;
    throw new ProblemError('conflict', { says, complaints: [{ path: ['name'], says }] });
  }
  if (wanted !== undefined) return wanted;
  let name = definition.label;
  for (let count = 2; taken.includes(name); count++) name = `${definition.label} ${count}`;
  return name;
}
