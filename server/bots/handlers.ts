// The handlers of everything about bots: one table out of its parts.
import type { botOperations } from '@bellwire/model/operations/bots.ts';
import type { flowOperations } from '@bellwire/model/operations/flows.ts';
import type { subscriptionOperations } from '@bellwire/model/operations/subscriptions.ts';
import type { Handlers } from '../http/handler.ts';
import { botRowHandlers } from './bots.ts';
import { flowEditHandlers } from './edit-flow.ts';
import { flowVersionHandlers } from './flow-versions.ts';
import { flowHandlers } from './flows.ts';
import { subscriptionHandlers } from './subscriptions.ts';
import { userFieldHandlers } from './user-fields.ts';

type BotNames =
  | keyof typeof botOperations
  | keyof typeof flowOperations
  | keyof typeof subscriptionOperations;

export const botHandlers: Handlers<BotNames> = {
  ...botRowHandlers,
  ...flowHandlers,
  ...flowEditHandlers,
  ...flowVersionHandlers,
  ...userFieldHandlers,
  ...subscriptionHandlers,
};
