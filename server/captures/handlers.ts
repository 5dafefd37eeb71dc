// Captures as builders use them: started for a draft, looked at while calls come in, ended.
import { sql, type Transaction } from 'kysely';
import type { captureOperations } from '@bellwire/model/operations/captures.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { requireOwnApp } from '../apps/own-app.ts';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Context, Handlers } from '../http/handler.ts';
import { createToken } from '../people/token.ts';
import { payloadOf } from '../webhooks/raw-call.ts';
import { CAPTURE_PATH } from './capture-door.ts';

const MINUTES = 30;
/** Open ones of a workspace; beyond it, the oldest ends. */
const MOST_OPEN = 20;

export const captureHandlers: Handlers<keyof typeof captureOperations> = {
  async startCapture({ appId, botId }, context) {
    if (appId !== undefined) await requireOwnApp(context, appId);
    const id = uuidV7();
    const { token, hash } = createToken('cap');
    const expiresAt = new Date(Date.now() + MINUTES * 60_000).toISOString();
    await context.inWorkspace(async (tx) => {
      if (botId !== undefined) await requireBot(tx, botId);
      await makeRoom(tx);
      await tx
        .insertInto('capture')
        .values({
          id,
          workspace_id: context.workspaceId,
          app_id: appId ?? null,
          bot_id: botId ?? null,
          token_hash: hash,
          expires_at: expiresAt,
        })
        .execute();
    });
    return { id, address: `${context.publicUrl}${CAPTURE_PATH}${token}`, expiresAt };
  },

  async getCapture({ captureId }, context) {
    return readCapture(context, captureId);
  },

  async endCapture({ captureId }, context) {
    await context.inWorkspace((tx) => tx.deleteFrom('capture').where('id', '=', captureId).execute());
    return {};
  },
};

async function requireBot(tx: Transaction<Tables>, botId: string): Promise<void> {
  const bot = await tx.selectFrom('bot').select('id').where('id', '=', botId).executeTakeFirst();
  if (bot === undefined)
    throw new ProblemError('not-found', { says: 'There is no such bot in this workspace.' });
}

async function makeRoom(tx: Transaction<Tables>): Promise<void> {
  const kept = tx
    .selectFrom('capture')
    .select('id')
    .where('expires_at', '>', sql<string>`now()`)
    .orderBy('id', 'desc')
    .limit(MOST_OPEN - 1);
  await tx.deleteFrom('capture').where('id', 'not in', kept).execute();
}

async function readCapture(context: Context, captureId: string) {
  const { capture, calls } = await context.inWorkspace(async (tx) => ({
    capture: await tx
      .selectFrom('capture')
      .select('expires_at')
      .where('id', '=', captureId)
      .executeTakeFirst(),
    calls: await tx
      .selectFrom('capture_call')
      .selectAll()
      .where('capture_id', '=', captureId)
      .orderBy('id', 'desc')
      .execute(),
  }));
  if (capture === undefined)
    throw new ProblemError('not-found', {
      says: 'Nobody listens here any more. Listen again: the address is a new one.',
    });
  return {
    expiresAt: capture.expires_at,
    rows: calls.map(({ id, at, head, body }) => {
      const read = payloadOf({ ...head, body });
      return {
        id,
        at,
        method: head.method,
        ...(read.ok ? { payload: read.payload, says: null } : { payload: null, says: read.says }),
      };
    }),
  };
}
