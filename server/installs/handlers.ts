// The handlers of the store and of installs: one table out of its parts.
import type { connectionOperations } from '@bellwire/model/operations/connections.ts';
import type { installUpdateOperations } from '@bellwire/model/operations/install-updates.ts';
import type { installOperations } from '@bellwire/model/operations/installs.ts';
import type { Handlers } from '../http/handler.ts';
import { storeHandlers } from '../store/store.ts';
import { installAppHandlers } from './install-app.ts';
import { installRowHandlers } from './installs.ts';
import { connectionHandlers } from './reconnect.ts';
import { installUpdateHandlers } from './update-install.ts';

type InstallNames =
  | keyof typeof installOperations
  | keyof typeof installUpdateOperations
  | keyof typeof connectionOperations;

export const installHandlers: Handlers<InstallNames> = {
  ...storeHandlers,
  ...installAppHandlers,
  ...installRowHandlers,
  ...connectionHandlers,
  ...installUpdateHandlers,
};
