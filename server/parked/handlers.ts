// The handlers of everything about parked events: one table out of its parts.
import type { parkedOperations } from '@bellwire/model/operations/parked.ts';
import type { Handlers } from '../http/handler.ts';
import { dismissHandlers } from './dismiss.ts';
import { lotHandlers } from './lots.ts';

export const parkedHandlers: Handlers<keyof typeof parkedOperations> = {
  ...lotHandlers,
  ...dismissHandlers,
};
