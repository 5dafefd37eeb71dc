// The handlers of everything about mini-apps: one table out of its parts.
import type { appOperations } from '@bellwire/model/operations/apps.ts';
import type { Handlers } from '../http/handler.ts';
import { appRowHandlers } from './apps.ts';
import { appEditHandlers } from './edit-app.ts';
import { appVersionHandlers } from './publish-app.ts';

export const appHandlers: Handlers<keyof typeof appOperations> = {
  ...appRowHandlers,
  ...appEditHandlers,
  ...appVersionHandlers,
};
