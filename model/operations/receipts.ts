// Receipts: an app's own server is told what became of its events, where the owner of the install allows it.
import { z } from 'zod';
import { eventStates } from '../event.ts';
import { nothing, operation, pageInput, pageOf } from '../operation.ts';

const receiptView = z.object({
  id: z.uuid(),
  eventId: z.uuid(),
  trigger: z.string(),
  outcome: z.enum(eventStates),
  reason: z.string().nullable(),
  settledAt: z.iso.datetime(),
  tries: z.int(),
  /** `given-up`: after the last try, or because nobody wants it any more. */
  state: z.enum(['waiting', 'sent', 'given-up']),
  nextTryAt: z.iso.datetime().nullable(),
  sentAt: z.iso.datetime().nullable(),
  failure: z.string().nullable(),
});

const installReceipts = z.object({
  on: z.boolean(),
  /** Where they are sent; null where the app takes none. */
  url: z.string().nullable(),
});

const appId = z.uuid();
const installId = z.uuid();

export const receiptOperations = {
  getReceipts: operation({
    method: 'GET',
    path: '/api/installs/{installId}/receipts/setting',
    group: 'installs',
    about: "Whether the app's own server is told what became of its events.",
    who: 'viewer',
    scope: 'installs:read',
    input: z.object({ installId }),
    output: installReceipts,
    problems: ['not-found'],
  }),
  setReceipts: operation({
    method: 'PUT',
    path: '/api/installs/{installId}/receipts/setting',
    group: 'installs',
    about:
      "Allows, or forbids, that the app's own server is told the outcome and the class of reason of each of its events.",
    who: 'admin',
    scope: 'installs:write',
    input: z.object({ installId, on: z.boolean() }),
    output: installReceipts,
    problems: ['not-found', 'conflict'],
  }),
  listReceipts: operation({
    method: 'GET',
    path: '/api/installs/{installId}/receipts',
    group: 'installs',
    about: "What the app's own server has been told, newest first.",
    who: 'viewer',
    scope: 'installs:read',
    input: z.object({ installId, ...pageInput }),
    output: pageOf(receiptView),
    problems: ['not-found'],
  }),
  listAppReceipts: operation({
    method: 'GET',
    path: '/api/apps/{appId}/receipts',
    group: 'apps',
    about: 'Receipts that were sent, or could not be sent, to the server of the app, newest first.',
    who: 'builder',
    scope: 'apps:read',
    input: z.object({ appId, ...pageInput }),
    output: pageOf(receiptView.extend({ installName: z.string() })),
    problems: ['not-found'],
  }),
  retryReceipts: operation({
    method: 'POST',
    path: '/api/apps/{appId}/receipts/retry',
    group: 'apps',
    about: 'Sends again now what could not be sent, with the same ids.',
    who: 'builder',
    scope: 'apps:write',
    input: z.object({ appId }),
    output: z.object({ count: z.int() }),
    status: 202,
    problems: ['not-found'],
  }),
  getReceiptSecret: operation({
    method: 'GET',
    path: '/api/apps/{appId}/receipts/secret',
    group: 'apps',
    about: "What the app's receipts are signed with, as Standard Webhooks writes it: `whsec_…`.",
    who: 'admin',
    input: z.object({ appId }),
    output: z.object({ secret: z.string() }),
    problems: ['not-found'],
  }),
  replaceReceiptSecret: operation({
    method: 'POST',
    path: '/api/apps/{appId}/receipts/secret',
    group: 'apps',
    about: 'Makes a new secret, which holds at once.',
    who: 'admin',
    input: z.object({ appId }),
    output: nothing,
    problems: ['not-found'],
  }),
};
