// The installs of a workspace: listed, given a new key, told again, taken away.
import type { installOperations } from '@bellwire/model/operations/installs.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { definitionsChanged } from '../database/definitions-changed.ts';
import type { Handlers } from '../http/handler.ts';
import { expireInstallKeys, makeInstallKey } from './install-key.ts';
import { getInstalled, viewInstall } from './install-view.ts';
import { installedApps } from './installed-apps.ts';
import { lockInstall, lockLiveInstall } from './lock-install.ts';
import { claimNewRequest, queueRequest, subscribeRequestOf, trySubscribe } from './subscribe.ts';
import { forgetSecrets, uninstall } from './uninstall.ts';

type InstallNames = 'listInstalls' | 'getInstall' | 'rotateInstallKey' | 'retrySubscribe' | 'uninstallApp';

export const installRowHandlers: Pick<Handlers<keyof typeof installOperations>, InstallNames> = {
  async listInstalls({ appId }, context) {
    const installs = await installedApps(context, { live: true, ...(appId === undefined ? {} : { appId }) });
    return { rows: installs.map(viewInstall) };
  },

  async getInstall({ installId }, context) {
    return viewInstall(await getInstalled(context, installId));
  },

  async rotateInstallKey({ installId, overlapMinutes }, context) {
    const key = await context.inWorkspace(async (tx) => {
      const install = await lockLiveInstall(tx, installId);
      await expireInstallKeys(tx, installId, new Date(Date.now() + overlapMinutes * 60_000));
      return makeInstallKey(tx, install, context.sealer);
    });
    context.keys.forget({ installId });
    return { key };
  },

  async retrySubscribe({ installId }, context) {
    const { app } = await getInstalled(context, installId);
    if (subscribeRequestOf(app, 'subscribe') === undefined) {
      throw new ProblemError('conflict', {
        says: `${app.label} has no subscribe request, so there is nothing to send.`,
      });
    }
    const claimed = await context.inWorkspace(async (tx) => {
      await lockLiveInstall(tx, installId);
      return claimNewRequest(tx, { workspaceId: context.workspaceId, installId, kind: 'subscribe' });
    });
    await trySubscribe(context, claimed);
    return viewInstall(await getInstalled(context, installId));
  },

  async uninstallApp({ installId }, context) {
    const { app } = await getInstalled(context, installId);
    await context.inWorkspace(async (tx) => {
      const install = await lockInstall(tx, installId);
      // Asked for twice, it is done once.
      if (install.state === 'uninstalled') return;
      await uninstall(tx, installId);
      await definitionsChanged(tx, context.workspaceId);
      if (subscribeRequestOf(app, 'unsubscribe') === undefined) await forgetSecrets(tx, installId);
      else await queueRequest(tx, { workspaceId: context.workspaceId, installId, kind: 'unsubscribe' });
    });
    context.keys.forget({ installId });
    return {};
  },
};
