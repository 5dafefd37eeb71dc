// Receipts as both sides see them: the owner of an install, who allows them, and the developer of the app, who gets them.
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Selectable } from 'kysely';
import type { CheckedInputOf, OutputOf } from '@bellwire/model/operations/all.ts';
import type { receiptOperations } from '@bellwire/model/operations/receipts.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { requireOwnApp } from '../apps/own-app.ts';
import { pageOfRows, readCursor } from '../database/cursor.ts';
import { definitionsChanged } from '../database/definitions-changed.ts';
import type { Tables } from '../database/tables.ts';
import { opaqueName } from '../deliveries/opaque-name.ts';
import type { Handlers } from '../http/handler.ts';
import { getInstalled } from '../installs/install-view.ts';
import { receiptSecretOf, replaceReceiptSecret } from './receipt-secret.ts';
import type { ReceiptTables } from './tables.ts';

type ReceiptRow = Selectable<ReceiptTables['receipt']>;
type ReceiptView = OutputOf<'listReceipts'>['rows'][number];

const cursorKey = z.tuple([z.uuid()]);

export const receiptHandlers: Handlers<keyof typeof receiptOperations> = {
  async getReceipts({ installId }, context) {
    return viewSetting(await getInstalled(context, installId));
  },

  async setReceipts({ installId, on }, context) {
    const { app, state } = await getInstalled(context, installId);
    if (on && (app.receiptsUrl === undefined || state === 'uninstalled'))
      throw new ProblemError('conflict', {
        says: `${app.label} takes no receipts, so there is nothing to allow.`,
      });
    await context.inWorkspace(async (tx) => {
      await tx.updateTable('install').set({ receipts: on }).where('id', '=', installId).execute();
      await definitionsChanged(tx, context.workspaceId);
    });
    return viewSetting(await getInstalled(context, installId));
  },

  async listReceipts({ installId, ...page }, context) {
    await getInstalled(context, installId);
    const rows = await context.inWorkspace((tx) =>
      readReceipts(tx, page).where('install_id', '=', installId).execute(),
    );
    const { next, rows: shown } = pageOfRows(rows, page.limit, (last) => [last.id]);
    return { rows: shown.map(viewReceipt), next };
  },

  async listAppReceipts({ appId, ...page }, context) {
    await requireOwnApp(context, appId);
    const { platform } = context.tenants;
    const ofApp = platform.selectFrom('install').select('id').where('app_id', '=', appId);
    const rows = await readReceipts(platform, page).where('install_id', 'in', ofApp).execute();
    const { next, rows: shown } = pageOfRows(rows, page.limit, (last) => [last.id]);
    return {
      rows: shown.map((row) => ({ ...viewReceipt(row), installName: opaqueName(row.install_id) })),
      next,
    };
  },

  async retryReceipts({ appId }, context) {
    await requireOwnApp(context, appId);
    const { platform } = context.tenants;
    const again = await platform
      .updateTable('receipt')
      .set({ tries: 0, due_at: sql<string>`now()` })
      .where('install_id', 'in', platform.selectFrom('install').select('id').where('app_id', '=', appId))
      .where('sent_at', 'is', null)
      .where('failure', 'is not', null)
      .executeTakeFirst();
    return { count: Number(again.numUpdatedRows) };
  },

  async getReceiptSecret({ appId }, context) {
    await requireOwnApp(context, appId);
    const { tenants, sealer, workspaceId } = context;
    return { secret: await receiptSecretOf(tenants.platform, sealer, { appId, workspaceId }) };
  },

  async replaceReceiptSecret({ appId }, context) {
    await requireOwnApp(context, appId);
    const { tenants, sealer, workspaceId } = context;
    await replaceReceiptSecret(tenants.platform, sealer, { appId, workspaceId });
    return {};
  },
};

function viewSetting({ receipts, app }: Awaited<ReturnType<typeof getInstalled>>): OutputOf<'getReceipts'> {
  return { on: receipts, url: app.receiptsUrl ?? null };
}

function readReceipts(
  db: Kysely<Tables>,
  { limit, after }: Omit<CheckedInputOf<'listReceipts'>, 'installId'>,
) {
  const query = db
    .selectFrom('receipt')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1);
  return after === undefined ? query : query.where('id', '<', readCursor(after, cursorKey)[0]);
}

function viewReceipt(row: ReceiptRow): ReceiptView {
  return {
    id: row.id,
    eventId: row.event_id,
    trigger: row.trigger,
    outcome: row.outcome,
    reason: row.reason,
    settledAt: row.settled_at,
    tries: row.tries,
    state: row.sent_at !== null ? 'sent' : row.due_at !== null ? 'waiting' : 'given-up',
    nextTryAt: row.due_at,
    sentAt: row.sent_at,
    failure: row.failure,
  };
}
