// The handlers of everything about bots: one table out of its parts.
import type { botOperations } from '@bellwire/model/operations/bots.ts';
import type { Handlers } from '../http/handler.ts';
import { botRowHandlers } from './bots.ts';
import { flowEditHandlers } from './edit-flow.ts';
import { flowHandlers } from './flows.ts';
import { subscriptionHandlers } from './subscriptions.ts';
import { userFieldHandlers } from './user-fields.ts';

export const botHandlers: Handlers<keyof typeof botOperations> = {
  ...botRowHandlers,
  ...flowHandlers,
  ...flowEditHandlers,
  ...userFieldHandlers,
  ...subscriptionHandlers,
};
