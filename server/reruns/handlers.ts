// The handlers of everything that is worked again: one table out of its parts.
import type { catchUpOperations } from '@bellwire/model/operations/catch-up.ts';
import type { rerunOperations } from '@bellwire/model/operations/reruns.ts';
import type { Handlers } from '../http/handler.ts';
import { catchUpHandlers } from './catch-up.ts';
import { rerunListHandlers } from './reruns.ts';

export const rerunHandlers: Handlers<keyof typeof rerunOperations | keyof typeof catchUpOperations> = {
  ...rerunListHandlers,
  ...catchUpHandlers,
};
