// Takes an install along to a version that asks for more, when an admin agrees to it.
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { App } from '@bellwire/model/app.ts';
import { authInputs } from '@bellwire/model/auth.ts';
import { newPowers } from '@bellwire/model/difference/new-powers.ts';
import type { installUpdateOperations } from '@bellwire/model/operations/install-updates.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { connectApp } from '../connections/connect-app.ts';
import { keepGrant } from '../connections/keep-grant.ts';
import { planSchedules } from '../schedules/plan-schedules.ts';
import { definitionsChanged } from '../database/definitions-changed.ts';
import type { Tables } from '../database/tables.ts';
import type { Context, Handlers } from '../http/handler.ts';
import { settleAttention } from './attention.ts';
import { getInstalled, viewInstall } from './install-view.ts';
import type { InstalledApp } from './installed-apps.ts';
import { lockLiveInstall } from './lock-install.ts';
import { readAuth } from './reconnect.ts';
import { installPlace, sealAuth } from './sealed-auth.ts';

export const installUpdateHandlers: Handlers<keyof typeof installUpdateOperations> = {
  async getInstallUpdate({ installId }, context) {
    const install = await getInstalled(context, installId);
    const next = await newestVersion(context.tenants.platform, install);
    if (next === undefined) return { version: null, changelog: '', asks: [], inputs: [] };
    const known = authInputs(install.app.auth).map(({ name }) => name);
    return {
      version: next.number,
      changelog: next.changelog,
      asks: newPowers(install, next.app),
      inputs: authInputs(next.app.auth).filter(({ name }) => !known.includes(name)),
    };
  },

  async updateInstall({ installId, version, auth }, context) {
    const install = await getInstalled(context, installId);
    const next = await newestVersion(context.tenants.platform, install);
    if (next?.number !== version)
      throw new ProblemError('conflict', {
        says: `Version ${version} is not the newest one of ${install.app.label}, or runs already. Look again at what the newest asks for.`,
      });
    const { app } = next;
    const values = readAuth({ ...install, app }, auth, context.sealer);
    // A sign-in needs a browser: it is asked for afterwards, as after a lost connection.
    const granted =
      app.auth.is === 'inputs'
        ? await connectApp(context.egress, { app, values, spared: 'the install stays on its version' })
        : undefined;
    const needsSignIn = newPowers(install, app).includes(NEW_SIGN_IN);
    await context.inWorkspace(async (tx) => {
      await lockLiveInstall(tx, installId);
      const place = installPlace(context.workspaceId, installId);
      const { auth: plain, secrets } = sealAuth(authInputs(app.auth), values, context.sealer, place);
      const scopes = app.scopes.map(({ scope }) => scope);
      await tx
        .updateTable('install')
        .set({ version_id: next.id, scopes, auth: JSON.stringify(plain), secrets: JSON.stringify(secrets) })
        .$if(needsSignIn, (query) =>
          query.set({ connection_lost_at: sql`now()`, connection_answer: NEW_SIGN_IN }),
        )
        .where('id', '=', installId)
        .execute();
      await tx.updateTable('api_key').set({ scopes }).where('install_id', '=', installId).execute();
      const kept = { workspaceId: context.workspaceId, installId, app };
      if (granted !== undefined) await keepGrant(tx, kept, granted, context.sealer);
      await planSchedules(tx, [installId]);
      await definitionsChanged(tx, context.workspaceId);
    });
    return updated(context, installId);
  },
};

/** As `newPowers` says it. */
const NEW_SIGN_IN = 'it needs a new sign-in at its service';

async function updated(context: Context, installId: string) {
  context.keys.forget({ installId });
  await settleAttention(context.tenants.platform, installId);
  return viewInstall(await getInstalled(context, installId));
}

interface Newest {
  readonly id: string;
  readonly number: number;
  readonly changelog: string;
  readonly app: App;
}

/** Undefined where the install runs it already. Versions are behind the wall of their developer's workspace. */
async function newestVersion(
  platform: Kysely<Tables>,
  { app_id, version_id }: InstalledApp,
): Promise<Newest | undefined> {
  const row = await platform
    .selectFrom('app')
    .innerJoin('app_version', 'app_version.id', 'app.published_version_id')
    .select(['app_version.id', 'number', 'changelog', 'definition'])
    .where('app.id', '=', app_id)
    .where('app.state', 'in', ['public', 'private'])
    .executeTakeFirst();
  if (row === undefined || row.id === version_id) return undefined;
  return { id: row.id, number: row.number, changelog: row.changelog, app: row.definition };
}
