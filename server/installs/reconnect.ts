// New auth values for an install whose connection has expired, or whose values have changed.
import { authInputs } from '@bellwire/model/auth.ts';
import { readInputs } from '@bellwire/model/input-values.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { connectionOperations } from '@bellwire/model/operations/connections.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Granted } from '../connections/ask-grant.ts';
import { connectApp } from '../connections/connect-app.ts';
import { keepGrant } from '../connections/keep-grant.ts';
import { definitionsChanged } from '../database/definitions-changed.ts';
import type { Context, Handlers } from '../http/handler.ts';
import { complaintAt } from '../http/complaint-view.ts';
import type { Sealer } from '../secrets/sealed.ts';
import { settleAttention } from './attention.ts';
import { getInstalled, viewInstall, type InstallView } from './install-view.ts';
import type { InstalledApp } from './installed-apps.ts';
import { lockLiveInstall } from './lock-install.ts';
import { installPlace, openInstall, sealAuth } from './sealed-auth.ts';
import { claimNewRequest, subscribeRequestOf, trySubscribe } from './subscribe.ts';

export const connectionHandlers: Handlers<keyof typeof connectionOperations> = {
  async getConnection({ installId }, context) {
    const { app, auth } = await getInstalled(context, installId);
    return { inputs: [...authInputs(app.auth)], values: auth, signsIn: app.auth.is === 'oauth2' };
  },

  async reconnectInstall({ installId, auth }, context) {
    const install = await getInstalled(context, installId);
    const { app } = install;
    const values = readAuth(install, auth, context.sealer);
    if (app.auth.is === 'oauth2') {
      throw new ProblemError('conflict', {
        says: `${app.label} is connected by signing in at its service. Reconnect it on its page, with a browser.`,
      });
    }
    const spared = 'the auth values stay as they were';
    const granted = await connectApp(context.egress, { app, values, spared });
    return keepConnection(context, install, { values, granted });
  },
};

interface NewConnection {
  readonly values: JsonObject;
  readonly granted: Granted | undefined;
}

/** Stores values that have been tried, in place of those the install has, and tells the app's own server. */
export async function keepConnection(
  context: Context,
  { id: installId, app }: InstalledApp,
  { values, granted }: NewConnection,
): Promise<InstallView> {
  const { workspaceId, sealer } = context;
  const subscribe = await context.inWorkspace(async (tx) => {
    await lockLiveInstall(tx, installId);
    const sealed = sealAuth(authInputs(app.auth), values, sealer, installPlace(workspaceId, installId));
    await tx
      .updateTable('install')
      .set({ auth: JSON.stringify(sealed.auth), secrets: JSON.stringify(sealed.secrets) })
      .set({ connection_lost_at: null, connection_answer: null })
      .where('id', '=', installId)
      .execute();
    if (granted !== undefined) await keepGrant(tx, { workspaceId, installId, app }, granted, sealer);
    await definitionsChanged(tx, workspaceId);
    const isTold = subscribeRequestOf(app, 'subscribe') !== undefined;
    return isTold ? await claimNewRequest(tx, { workspaceId, installId, kind: 'subscribe' }) : null;
  });
  // The app's own server was given the old values when the app was installed.
  if (subscribe === null) await settleAttention(context.tenants.platform, installId);
  else await trySubscribe(context, subscribe);
  return viewInstall(await getInstalled(context, installId));
}

/** What is given goes before what the install has; an empty text gives nothing, as in a form. */
export function readAuth(install: InstalledApp, given: JsonObject, sealer: Sealer): JsonObject {
  const inputs = authInputs(install.app.auth);
  const opened = openInstall(install, sealer);
  // Secrets that can no longer be opened have to be given anew: then they are told to be missing.
  const had = opened.ok ? opened.values : install.auth;
  const values: JsonObject = {};
  for (const { name } of inputs) if (Object.hasOwn(had, name)) values[name] = had[name] ?? null;
  for (const [name, value] of Object.entries(given)) if (value !== null && value !== '') values[name] = value;
  const reading = readInputs(inputs, values);
  if (reading.ok) return reading.values;
  throw new ProblemError('bad-input', {
    complaints: reading.complaints.map((complaint) => complaintAt(['auth'], complaint)),
  });
}
