// The handlers of the store and of installs: one table out of its parts.
import type { connectionOperations } from '@bellwire/model/operations/connections.ts';
import type { installOperations } from '@bellwire/model/operations/installs.ts';
import type { Handlers } from '../http/handler.ts';
import { storeHandlers } from '../store/store.ts';
import { installAppHandlers } from './install-app.ts';
import { installRowHandlers } from './installs.ts';
import { connectionHandlers } from './reconnect.ts';

export const installHandlers: Handlers<keyof typeof installOperations | keyof typeof connectionOperations> = {
  ...storeHandlers,
  ...installAppHandlers,
  ...installRowHandlers,
  ...connectionHandlers,
};
