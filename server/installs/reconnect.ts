// New auth values for an install whose connection has expired, or whose values have changed.
import { readInputs } from '@bellwire/model/input-values.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { connectionOperations } from '@bellwire/model/operations/connections.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { definitionsChanged } from '../database/definitions-changed.ts';
import type { Handlers } from '../http/handler.ts';
import { complaintAt } from '../http/complaint-view.ts';
import type { Sealer } from '../secrets/sealed.ts';
import { settleAttention } from './attention.ts';
import { getInstalled, viewInstall } from './install-view.ts';
import type { InstalledApp } from './installed-apps.ts';
import { lockLiveInstall } from './lock-install.ts';
import { authInputs, installPlace, openInstall, sealAuth } from './sealed-auth.ts';
import { claimNewRequest, subscribeRequestOf, trySubscribe } from './subscribe.ts';
import { testConnection } from './test-connection.ts';

export const connectionHandlers: Handlers<keyof typeof connectionOperations> = {
  async getConnection({ installId }, context) {
    const { app, auth } = await getInstalled(context, installId);
    return { inputs: [...authInputs(app.auth)], values: auth };
  },

  async reconnectInstall({ installId, auth }, context) {
    const install = await getInstalled(context, installId);
    const { app } = install;
    const values = readAuth(install, auth, context.sealer);
    await testConnection(context.egress, app, values, 'the auth values stay as they were');
    const { workspaceId } = context;
    const subscribe = await context.inWorkspace(async (tx) => {
      await lockLiveInstall(tx, installId);
      const place = installPlace(workspaceId, installId);
      const sealed = sealAuth(authInputs(app.auth), values, context.sealer, place);
      await tx
        .updateTable('install')
        .set({ auth: JSON.stringify(sealed.auth), secrets: JSON.stringify(sealed.secrets) })
        .set({ connection_lost_at: null, connection_answer: null })
        .where('id', '=', installId)
        .execute();
      await definitionsChanged(tx, workspaceId);
      const isTold = subscribeRequestOf(app, 'subscribe') !== undefined;
      return isTold ? await claimNewRequest(tx, { workspaceId, installId, kind: 'subscribe' }) : null;
    });
    // The app's own server was given the old values when the app was installed.
    if (subscribe === null) await settleAttention(context.tenants.platform, installId);
    else await trySubscribe(context, subscribe);
    return viewInstall(await getInstalled(context, installId));
  },
};

/** What is given goes before what the install has; an empty text gives nothing, as in a form. */
function readAuth(install: InstalledApp, given: JsonObject, sealer: Sealer): JsonObject {
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
