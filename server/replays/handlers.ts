// The handlers of everything about replays: one table out of its parts.
import type { replayOperations } from '@bellwire/model/operations/replays.ts';
import type { Handlers } from '../http/handler.ts';
import { ledgerHandlers } from './ledger.ts';
import { replayPreviewHandlers } from './preview.ts';
import { replayManyHandlers } from './replay-many.ts';
import { replayRunHandlers } from './replay-run.ts';

export const replayHandlers: Handlers<keyof typeof replayOperations> = {
  ...ledgerHandlers,
  ...replayPreviewHandlers,
  ...replayRunHandlers,
  ...replayManyHandlers,
};
