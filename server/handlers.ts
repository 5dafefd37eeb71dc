// Every handler of the API, by the name of its operation: a missing one does not compile.
import type { Handlers } from './http/handler.ts';
import type { StreamHandlers } from './http/stream.ts';
import { appHandlers } from './apps/handlers.ts';
import { botHandlers } from './bots/handlers.ts';
import { oauthHandlers } from './connections/handlers.ts';
import { captureHandlers } from './captures/handlers.ts';
import { contactHandlers } from './contacts/handlers.ts';
import { deliveryHandlers } from './deliveries/handlers.ts';
import { followEvents } from './events/follow-events.ts';
import { eventHandlers } from './events/handlers.ts';
import { fireTokenHandlers } from './fire-tokens/handlers.ts';
import { historyHandlers } from './history/handlers.ts';
import { importHandlers } from './imports/handlers.ts';
import { installHandlers } from './installs/handlers.ts';
import { parkedHandlers } from './parked/handlers.ts';
import { limitHandlers } from './limits/handlers.ts';
import { mediaHandlers } from './media/handlers.ts';
import { createPeopleHandlers } from './people/handlers.ts';
import { replayHandlers } from './replays/handlers.ts';
import { requestHandlers } from './requests/handlers.ts';
import { rerunHandlers } from './reruns/handlers.ts';
import { scriptHandlers } from './sandbox/handlers.ts';
import { unmatchedHandlers } from './unmatched/handlers.ts';
import { retentionHandlers } from './retention/handlers.ts';
import { reviewHandlers } from './reviews/handlers.ts';
import { scheduleHandlers } from './schedules/handlers.ts';
import { receiptHandlers } from './receipts/handlers.ts';
import { webhookHandlers } from './webhooks/handlers.ts';
import { workspaceHandlers } from './workspaces/handlers.ts';

export function handlers(): Handlers {
  return {
    ...createPeopleHandlers(),
    ...workspaceHandlers,
    ...limitHandlers,
    ...retentionHandlers,
    ...appHandlers,
    ...historyHandlers,
    ...importHandlers,
    ...reviewHandlers,
    ...deliveryHandlers,
    ...installHandlers,
    ...oauthHandlers,
    ...receiptHandlers,
    ...scheduleHandlers,
    ...botHandlers,
    ...scriptHandlers,
    ...contactHandlers,
    ...mediaHandlers,
    ...eventHandlers,
    ...parkedHandlers,
    ...replayHandlers,
    ...requestHandlers,
    ...rerunHandlers,
    ...unmatchedHandlers,
    ...fireTokenHandlers,
    ...webhookHandlers,
    ...captureHandlers,
  };
}

export const streamHandlers: StreamHandlers = { followEvents };
