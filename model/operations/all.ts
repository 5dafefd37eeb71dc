// Every operation of the API, by name: the one list.
import type { z } from 'zod';
import type { Operation } from '../operation.ts';
import { appOperations } from './apps.ts';
import { botOperations } from './bots.ts';
import { botWebhookOperations } from './bot-webhooks.ts';
import { captureOperations } from './captures.ts';
import { catchUpOperations } from './catch-up.ts';
import { connectionOperations } from './connections.ts';
import { contactOperations } from './contacts.ts';
import { deliveryOperations } from './deliveries.ts';
import { eventOperations } from './events.ts';
import { fireTokenOperations } from './fire-tokens.ts';
import { flowOperations } from './flows.ts';
import { historyOperations } from './history.ts';
import { importOperations } from './imports.ts';
import { installUpdateOperations } from './install-updates.ts';
import { installOperations } from './installs.ts';
import { parkedOperations } from './parked.ts';
import { limitOperations } from './limits.ts';
import { mediaOperations } from './media.ts';
import { peopleOperations } from './people.ts';
import { replayOperations } from './replays.ts';
import { receiptOperations } from './receipts.ts';
import { requestOperations } from './requests.ts';
import { rerunOperations } from './reruns.ts';
import { reviewOperations } from './reviews.ts';
import { retentionOperations } from './retention.ts';
import { oauthOperations } from './oauth.ts';
import { scheduleOperations } from './schedules.ts';
import { scriptOperations } from './scripts.ts';
import { subscriptionOperations } from './subscriptions.ts';
import { unmatchedOperations } from './unmatched.ts';
import { webhookOperations } from './webhooks.ts';
import { workspaceOperations } from './workspaces.ts';

export const operations = {
  ...peopleOperations,
  ...workspaceOperations,
  ...limitOperations,
  ...retentionOperations,
  ...appOperations,
  ...historyOperations,
  ...importOperations,
  ...reviewOperations,
  ...deliveryOperations,
  ...installOperations,
  ...installUpdateOperations,
  ...receiptOperations,
  ...scheduleOperations,
  ...connectionOperations,
  ...oauthOperations,
  ...botOperations,
  ...flowOperations,
  ...scriptOperations,
  ...subscriptionOperations,
  ...contactOperations,
  ...mediaOperations,
  ...eventOperations,
  ...unmatchedOperations,
  ...fireTokenOperations,
  ...webhookOperations,
  ...botWebhookOperations,
  ...captureOperations,
  ...parkedOperations,
  ...replayOperations,
  ...requestOperations,
  ...rerunOperations,
  ...catchUpOperations,
};

export type Operations = typeof operations;
export type OperationName = keyof Operations;

/** What a caller may send: defaults can be left out. */
export type InputOf<Name extends OperationName> = z.input<Operations[Name]['input']>;
/** What a handler gets: checked, with the defaults filled in. */
export type CheckedInputOf<Name extends OperationName> = z.output<Operations[Name]['input']>;
export type OutputOf<Name extends OperationName> = z.output<Operations[Name]['output']>;

export const operationNames = Object.keys(operations).filter(isOperationName);

function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}

export function operationOf(name: OperationName): Operation {
  return operations[name];
}
