// The handlers of the history: one table out of its parts.
import type { historyOperations } from '@bellwire/model/operations/history.ts';
import { appHistoryHandlers } from '../apps/app-history.ts';
import { flowHistoryHandlers } from '../bots/flow-history.ts';
import type { Handlers } from '../http/handler.ts';

export const historyHandlers: Handlers<keyof typeof historyOperations> = {
  ...appHistoryHandlers,
  ...flowHistoryHandlers,
};
