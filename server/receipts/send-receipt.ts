// Sends one receipt to the app's own server, and writes down what came of it: at least once, always with the same id.
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import { pauseBeforeTry, retryAfterMs } from '@bellwire/model/retry-gaps.ts';
import { frozenApps } from '../apps/frozen-apps.ts';
import type { Rooms } from '../http/handler.ts';
import { afterPause, claimDue } from '../workers/claim-due.ts';
import type { Duty } from '../workers/claim-worker.ts';
import { receiptSecretOf } from './receipt-secret.ts';
import { receiptHeaders } from './sign-receipt.ts';
import type { ReceiptTables } from './tables.ts';

export type ReceiptRooms = Pick<Rooms, 'tenants' | 'egress' | 'sealer' | 'log'>;

type ClaimedReceipt = Selectable<ReceiptTables['receipt']>;

const TIMEOUT_MS = 15_000;

export function receiptDuty(rooms: ReceiptRooms): Duty<ClaimedReceipt> {
  return {
    of: 'receipts',
    mostAtOnce: 20,
    claim: (most) => claimDue(rooms.tenants.platform, { table: 'receipt', key: ['id'] }, most),
    work: (receipt) => sendReceipt(rooms, receipt),
  };
}

type Sent =
  | { readonly is: 'sent' }
  | { readonly is: 'failed'; readonly says: string; readonly askedForMs: number }
  /** Nobody wants it any more. */
  | { readonly is: 'unwanted'; readonly says: string };

async function sendReceipt(rooms: ReceiptRooms, receipt: ClaimedReceipt): Promise<void> {
  const sent = await send(rooms, receipt);
  const pause =
    sent.is === 'failed'
      ? pauseBeforeTry({ tries: receipt.tries, random: Math.random(), askedForMs: sent.askedForMs })
      : null;
  await rooms.tenants.platform
    .updateTable('receipt')
    .set({
      sent_at: sent.is === 'sent' ? sql<string>`now()` : null,
      due_at: afterPause(pause),
      failure: sent.is === 'sent' ? null : sent.says,
    })
    .where('id', '=', receipt.id)
    .execute();
}

async function send({ tenants, egress, sealer }: ReceiptRooms, receipt: ClaimedReceipt): Promise<Sent> {
  const { platform } = tenants;
  const install = await platform
    .selectFrom('install')
    .innerJoin('app', 'app.id', 'install.app_id')
    .select(['version_id', 'receipts', 'install.state', 'app.id as app_id', 'app.workspace_id as developer'])
    .where('install.id', '=', receipt.install_id)
    .executeTakeFirst();
  if (install?.receipts !== true || install.state === 'uninstalled')
    return { is: 'unwanted', says: 'Receipts were switched off before it could be sent.' };
  const app = (await frozenApps(platform, [install.version_id])).get(install.version_id);
  if (app?.receiptsUrl === undefined)
    return { is: 'unwanted', says: 'The version of the app that is installed takes no receipts.' };
  const secret = await receiptSecretOf(platform, sealer, {
    appId: install.app_id,
    workspaceId: install.developer,
  });
  const body = bodyOf(receipt);
  const answer = await egress.send({
    method: 'POST',
    url: app.receiptsUrl,
    headers: {
      'content-type': 'application/json',
      ...receiptHeaders(secret, { id: receipt.id, sentAt: new Date(), body }),
    },
    body,
    timeoutMs: TIMEOUT_MS,
    allowedHosts: app.hosts,
  });
  if (answer.is === 'failed') return { is: 'failed', says: answer.says, askedForMs: 0 };
  if (answer.status >= 200 && answer.status < 300) return { is: 'sent' };
  const askedForMs = retryAfterMs(answer.headers['retry-after'], new Date().toISOString());
  return { is: 'failed', says: `The app's server answered with the status ${answer.status}.`, askedForMs };
}

function bodyOf({ install_id, event_id, trigger, outcome, reason, settled_at }: ClaimedReceipt): string {
  return JSON.stringify({
    type: 'event.settled',
    timestamp: settled_at,
    data: { event_id, install_id, trigger, outcome, reason, at: settled_at },
  });
}
