// The limits page: what holds in a workspace, what is used, what was met; and lowering them.
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import { limitNames, limits, type LimitName } from '@bellwire/model/limit.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { limitOperations } from '@bellwire/model/operations/limits.ts';
import type { Tables } from '../database/tables.ts';
import { thisWorkspace } from '../database/tenant.ts';
import { smallestUuidAt } from '../database/uuid.ts';
import type { Context, Handlers } from '../http/handler.ts';

export const limitHandlers: Handlers<keyof typeof limitOperations> = {
  getLimits: (_input, context) => context.inWorkspace((tx) => viewLimits(tx, context)),

  setLimits: ({ firesPerSecond, mostWaiting }, context) =>
    context.inWorkspace(async (tx) => {
      const row = { fires_per_second: firesPerSecond, most_waiting: mostWaiting };
      await tx
        .insertInto('workspace_limit')
        .values({ workspace_id: context.workspaceId, ...row })
        .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(row))
        .execute();
      return viewLimits(tx, context);
    }),
};

type LimitsView = OutputOf<'getLimits'>;

async function viewLimits(tx: Transaction<Tables>, { fireLimits }: Context): Promise<LimitsView> {
  const lowered = await tx.selectFrom('workspace_limit').selectAll().executeTakeFirst();
  const used = await readUse(tx);
  const met = await readMet(tx);
  const operators: Record<LimitName, number> = {
    'install-rate': fireLimits.install.perSecond,
    'workspace-rate': fireLimits.workspace.perSecond,
    waiting: fireLimits.mostWaiting,
  };
  const own: Record<LimitName, number | null> = {
    'install-rate': null,
    'workspace-rate': lowered?.fires_per_second ?? null,
    waiting: lowered?.most_waiting ?? null,
  };
  return {
    limits: limitNames.map((name) => ({
      name,
      ...limits[name],
      operatorLimit: operators[name],
      limit: Math.min(operators[name], own[name] ?? operators[name]),
      canLower: name !== 'install-rate',
      used: used[name],
      met: met.get(name) ?? null,
    })),
  };
}

/** Ids begin with their time, so those of the last minute are found by the primary key. */
async function readUse(tx: Transaction<Tables>): Promise<Record<LimitName, number | null>> {
  const since = smallestUuidAt(new Date(Date.now() - 60_000));
  const { rows } = await sql<{ minute: number; waiting: number }>`
    select (select count(*) from event where workspace_id = ${thisWorkspace} and id >= ${since} and source = 'api')::int
         + (select count(*) from lane_log where workspace_id = ${thisWorkspace} and id >= ${since} and kind = 'fire')::int as minute,
           (select count(*) from lane_log where workspace_id = ${thisWorkspace})::int
         + (select count(*) from lane_held where workspace_id = ${thisWorkspace})::int as waiting
  `.execute(tx);
  const [row] = rows;
  const perSecond = Math.round(((row?.minute ?? 0) / 60) * 10) / 10;
  return { 'install-rate': null, 'workspace-rate': perSecond, waiting: row?.waiting ?? 0 };
}

async function readMet(tx: Transaction<Tables>): Promise<Map<LimitName, { times: number; lastAt: string }>> {
  const rows = await tx
    .selectFrom('limit_met')
    .select(['limit_name', sql<number>`sum(times)::int`.as('times'), sql<string>`max(last_at)`.as('last_at')])
    .where('day', '>', sql<string>`current_date - 7`)
    .groupBy('limit_name')
    .execute();
  return new Map(rows.map((row) => [row.limit_name, { times: row.times, lastAt: row.last_at }]));
}
