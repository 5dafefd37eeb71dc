// The handlers of sign-ins at services, and of the clients that they are made with.
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { oauthOperations } from '@bellwire/model/operations/oauth.ts';
import { requireOwnApp } from '../apps/own-app.ts';
import type { Context, Handlers } from '../http/handler.ts';
import { clientPlace, redirectUrlOf } from './app-client.ts';
import { beginSignIn } from './begin-sign-in.ts';
import { finishSignIn } from './finish-sign-in.ts';

export const oauthHandlers: Handlers<keyof typeof oauthOperations> = {
  beginServiceSignIn: beginSignIn,
  finishServiceSignIn: finishSignIn,

  async getAppClient({ appId }, context) {
    await requireOwnApp(context, appId);
    return viewClient(context, appId);
  },

  async setAppClient({ appId, clientId, secret }, context) {
    await requireOwnApp(context, appId);
    const { workspaceId, sealer } = context;
    const sealed =
      secret === undefined ? {} : { sealed_secret: sealedOrNone(secret, sealer, workspaceId, appId) };
    await context.inWorkspace((tx) =>
      tx
        .insertInto('app_client')
        .values({
          app_id: appId,
          workspace_id: workspaceId,
          client_id: clientId,
          sealed_secret: null,
          ...sealed,
        })
        .onConflict((conflict) => conflict.column('app_id').doUpdateSet({ client_id: clientId, ...sealed }))
        .execute(),
    );
    return viewClient(context, appId);
  },
};

/** An emptied secret is none: some clients are public, and prove themselves by the verifier alone. */
function sealedOrNone(
  secret: string,
  sealer: Context['sealer'],
  workspaceId: string,
  appId: string,
): string | null {
  return secret === '' ? null : sealer.seal(secret, clientPlace(workspaceId, appId));
}

async function viewClient(context: Context, appId: string): Promise<OutputOf<'getAppClient'>> {
  const row = await context.inWorkspace((tx) =>
    tx
      .selectFrom('app_client')
      .select(['client_id', 'sealed_secret'])
      .where('app_id', '=', appId)
      .executeTakeFirst(),
  );
  return {
    clientId: row?.client_id ?? '',
    hasSecret: row?.sealed_secret != null,
    redirectUrl: redirectUrlOf(context, appId),
  };
}
