// The retention page: what is kept for how long, what goes next, and choosing less.
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { retentionOperations } from '@bellwire/model/operations/retention.ts';
import { daysThatHold, kept, keptKinds, type KeepDays, type KeptKind } from '@bellwire/model/retention.ts';
import type { Tables } from '../database/tables.ts';
import { thisWorkspace } from '../database/tenant.ts';
import { timeOfUuid } from '../database/uuid.ts';
import type { Context, Handlers } from '../http/handler.ts';

export const retentionHandlers: Handlers<keyof typeof retentionOperations> = {
  getRetention: (_input, context) => context.inWorkspace((tx) => viewRetention(tx, context)),

  setRetention: ({ event, unheard, refused, message }, context) =>
    context.inWorkspace(async (tx) => {
      const row = { event_days: event, unheard_days: unheard, refused_days: refused, message_days: message };
      await tx
        .insertInto('retention')
        .values({ workspace_id: context.workspaceId, ...row })
        .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(row))
        .execute();
      return viewRetention(tx, context);
    }),
};

type RetentionView = OutputOf<'getRetention'>;

const DAY_MS = 24 * 3600 * 1000;

async function viewRetention(tx: Transaction<Tables>, { keepDays }: Context): Promise<RetentionView> {
  const row = await tx.selectFrom('retention').selectAll().executeTakeFirst();
  const own: KeepDays = {
    event: row?.event_days ?? null,
    unheard: row?.unheard_days ?? null,
    refused: row?.refused_days ?? null,
    message: row?.message_days ?? null,
  };
  const held = daysThatHold(keepDays, own);
  const oldest = await readOldest(tx);
  return {
    kept: keptKinds.map((kind) => {
      const days = held[kind];
      const at = oldest[kind];
      return {
        kind,
        ...kept[kind],
        days,
        operatorDays: keepDays[kind],
        ownDays: own[kind],
        oldestAt: at?.toISOString() ?? null,
        nextRemovalAt:
          at === null || days === null ? null : new Date(at.getTime() + days * DAY_MS).toISOString(),
      };
    }),
  };
}

/** Ids begin with their time, so the smallest id is the oldest. */
async function readOldest(tx: Transaction<Tables>): Promise<Record<KeptKind, Date | null>> {
  const oldestEvent = async (state?: 'unheard' | 'refused'): Promise<Date | null> => {
    let query = tx.selectFrom('event').select('id').where('workspace_id', '=', thisWorkspace);
    if (state !== undefined) query = query.where('state', '=', state);
    const row = await query.orderBy('id').limit(1).executeTakeFirst();
    return row === undefined ? null : timeOfUuid(row.id);
  };
  const message = await tx
    .selectFrom('message')
    .select(sql<string | null>`min(sent_at)`.as('at'))
    .where('workspace_id', '=', thisWorkspace)
    .executeTakeFirst();
  return {
    event: await oldestEvent(),
    unheard: await oldestEvent('unheard'),
    refused: await oldestEvent('refused'),
    message: message?.at == null ? null : new Date(message.at),
  };
}
