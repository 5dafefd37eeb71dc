// What happened in a workspace today, hour by hour in UTC, and what a new one should do next.
import { sql } from 'kysely';
import type { RawBuilder, Transaction } from 'kysely';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { Tables } from '../database/tables.ts';
import { smallestUuidAt } from '../database/uuid.ts';
import type { Handlers } from '../http/handler.ts';

export const homeHandlers: Handlers<'home'> = {
  home: (_input, { inWorkspace, workspaceId }) =>
    inWorkspace(async (tx) => {
      const midnight = new Date();
      midnight.setUTCHours(0, 0, 0, 0);
      const today = { workspaceId, since: midnight.toISOString(), sinceId: smallestUuidAt(midnight) };
      return {
        events: await countByHour(tx, eventsOf(today)),
        runs: await countByHour(tx, runsOf(today)),
        messages: await countByHour(tx, messagesOf(today)),
        ...(await countTroubles(tx, today)),
        nextSteps: await readNextSteps(tx, workspaceId),
      };
    }),
};

interface Today {
  readonly workspaceId: string;
  readonly since: string;
  /**
   * Ids begin with their time: by this one the primary key finds today's rows, and no index on a time is
   * needed.
   */
  readonly sinceId: string;
}

function eventsOf({ workspaceId, sinceId, since }: Today): RawBuilder<unknown> {
  return sql`select fired_at as at from event where workspace_id = ${workspaceId} and id >= ${sinceId} and fired_at >= ${since}`;
}

function runsOf({ workspaceId, sinceId, since }: Today): RawBuilder<unknown> {
  return sql`select started_at as at from run where workspace_id = ${workspaceId} and id >= ${sinceId} and started_at >= ${since}`;
}

function messagesOf({ workspaceId, since }: Today): RawBuilder<unknown> {
  return sql`select sent_at as at from message where workspace_id = ${workspaceId} and sent_at >= ${since}`;
}

type DayCount = OutputOf<'home'>['events'];

async function countByHour(tx: Transaction<Tables>, times: RawBuilder<unknown>): Promise<DayCount> {
  const { rows } = await sql<{ hour: number; count: number }>`
    select extract(hour from at at time zone 'UTC')::int as hour, count(*)::int as count from (${times}) as time group by 1
  `.execute(tx);
  const counts = new Map(rows.map(({ hour, count }) => [hour, count]));
  const byHour = Array.from({ length: 24 }, (_, hour) => counts.get(hour) ?? 0);
  return { today: byHour.reduce((sum, count) => sum + count, 0), byHour };
}

async function countTroubles(tx: Transaction<Tables>, { workspaceId, sinceId }: Today) {
  const { parked } = await tx
    .selectFrom('parked')
    .select((row) => row.fn.countAll<number>().as('parked'))
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  const { failedRuns } = await tx
    .selectFrom('run')
    .select((row) => row.fn.countAll<number>().as('failedRuns'))
    .where('workspace_id', '=', workspaceId)
    .where('id', '>=', sinceId)
    .where('status', '=', 'failed')
    .executeTakeFirstOrThrow();
  return { parked, failedRuns };
}

type NextSteps = OutputOf<'home'>['nextSteps'];

/** In the order in which one would do them. */
async function readNextSteps(tx: Transaction<Tables>, workspaceId: string): Promise<NextSteps> {
  const { rows } = await sql<Record<NextSteps[number]['step'], boolean>>`select
    exists (select from bot where workspace_id = ${workspaceId}) as "make-bot",
    exists (select from install where workspace_id = ${workspaceId} and state <> 'uninstalled') as "install-app",
    exists (select from subscription where workspace_id = ${workspaceId}) as "subscribe",
    exists (select from app where workspace_id = ${workspaceId}) as "make-app",
    exists (select from contact where workspace_id = ${workspaceId} and last_seen_at is not null) as "talk"
  `.execute(tx);
  const [is] = rows;
  const steps = ['make-bot', 'install-app', 'subscribe', 'make-app', 'talk'] as const;
  return steps.map((step) => ({ step, done: is?.[step] ?? false }));
}
