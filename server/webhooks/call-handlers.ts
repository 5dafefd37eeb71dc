// What came in at webhooks, as the API shows it, and taking a call in again.
import { sql, type Selectable, type Transaction } from 'kysely';
import { z } from 'zod';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { webhookOperations } from '@bellwire/model/operations/webhooks.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { pageOfRows, readCursor } from '../database/cursor.ts';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Context, Handlers } from '../http/handler.ts';
import { webhookNotFound } from './address.ts';
import { findWebhookOf } from './find-webhook.ts';
import { payloadOf } from './raw-call.ts';
import { takePayload } from './take-webhook-call.ts';
import type { WebhookTables } from './tables.ts';

type CallNames = 'listWebhookCalls' | 'getWebhookCall' | 'replayWebhookCall';
type CallRow = Selectable<WebhookTables['webhook_call']> & { readonly run_status: string | null };

const cursorKey = z.tuple([z.uuid()]);
const SHOWN_CHARACTERS = 300;

export const callHandlers: Pick<Handlers<keyof typeof webhookOperations>, CallNames> = {
  async listWebhookCalls({ addressId, verdict, limit, after }, context) {
    const rows = await context.inWorkspace(async (tx) => {
      const known = await tx.selectFrom('webhook_address').select('id').where('id', '=', addressId).execute();
      if (known.length === 0) throw webhookNotFound();
      let query = readCalls(tx).where('address_id', '=', addressId);
      if (verdict !== undefined) query = query.where('verdict', '=', verdict);
      if (after !== undefined) query = query.where('webhook_call.id', '<', readCursor(after, cursorKey)[0]);
      return query
        .orderBy('webhook_call.id', 'desc')
        .limit(limit + 1)
        .execute();
    });
    const page = pageOfRows(rows, limit, (last) => [last.id]);
    return { rows: page.rows.map(viewCall), next: page.next };
  },

  async getWebhookCall({ callId }, context) {
    const row = await findCall(context, callId);
    return {
      ...viewCall(row),
      headers: { ...row.head.headers },
      query: { ...row.head.query },
      body: row.body,
    };
  },

  async replayWebhookCall({ callId }, context) {
    const call = await findCall(context, callId);
    if (call.verdict === 'refused' || call.verdict === 'challenge')
      throw new ProblemError('conflict', {
        says: 'Only a call that was found genuine can be taken in again. Mend what it was refused for, and have it sent again.',
      });
    const { platform } = context.tenants;
    const webhook = await findWebhookOf(platform, context.sealer, call.address_id);
    if (webhook === undefined)
      throw new ProblemError('conflict', {
        says: 'The webhook is out of use, so nothing can be taken in at it.',
      });
    const kept = { ...call.head, body: call.body };
    const read = payloadOf(kept);
    if (!read.ok) throw new ProblemError('conflict', { says: read.says });
    const id = uuidV7();
    const again = { id, webhook, kept, payload: read.payload, double: null, replayOf: callId };
    await takePayload({ platform, lanes: context.lanes }, again);
    return { callId: id };
  },
};

function readCalls(tx: Transaction<Tables>) {
  return tx
    .selectFrom('webhook_call')
    .leftJoin('run', (join) =>
      join
        .onRef('run.workspace_id', '=', 'webhook_call.workspace_id')
        .onRef('run.id', '=', 'webhook_call.run_id'),
    )
    .selectAll('webhook_call')
    .select(sql<string | null>`run.status`.as('run_status'));
}

async function findCall(context: Context, callId: string): Promise<CallRow> {
  const row = await context.inWorkspace((tx) =>
    readCalls(tx).where('webhook_call.id', '=', callId).executeTakeFirst(),
  );
  if (row === undefined)
    throw new ProblemError('not-found', {
      says: 'There is no such call in this workspace. It may have been removed with its time.',
    });
  return row;
}

function viewCall(row: CallRow): OutputOf<'listWebhookCalls'>['rows'][number] {
  return {
    id: row.id,
    at: row.at,
    method: row.head.method,
    verdict: row.verdict,
    says: row.says,
    bodyStart: row.body.slice(0, SHOWN_CHARACTERS),
    bodyBytes: Buffer.byteLength(row.body),
    contactId: row.contact_id,
    runId: row.run_id,
    runStatus: row.run_status,
    replayOf: row.replay_of,
  };
}
