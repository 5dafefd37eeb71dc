// Counts an app's events by trigger and day, and the subscriptions to its triggers, in all workspaces together.
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { Tables } from '../database/tables.ts';

/** Counted when asked for, not as events pass by: so it costs only those who look, and has to end somewhere. */
export const MOST_OF_INSTALL = 20_000;

type Counts = OutputOf<'countDeliveries'>['rows'];

export async function countDeliveries(
  platform: Kysely<Tables>,
  { appId, since }: { readonly appId: string; readonly since: string },
): Promise<Counts> {
  const { rows } = await sql<Counts[number]>`
    select trigger, to_char(fired_at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::int as count,
           count(*) filter (where e.state = 'done')::int as done,
           percentile_cont(0.5) within group (order by ms) filter (where e.state = 'done') as "p50Ms",
           percentile_cont(0.95) within group (order by ms) filter (where e.state = 'done') as "p95Ms"
      from install i
     cross join lateral (
       select trigger, state, fired_at, extract(epoch from settled_at - fired_at)::float8 * 1000 as ms
         from event e
        where e.workspace_id = i.workspace_id and e.install_id = i.id and e.id >= ${since} and e.source <> 'test'
        order by e.id desc limit ${MOST_OF_INSTALL}) e
     where i.app_id = ${appId} and trigger <> ''
     group by 1, 2 order by 2 desc, 1`.execute(platform);
  return rows;
}

type Use = OutputOf<'getAppUse'>['triggers'];

export async function countSubscriptions(platform: Kysely<Tables>, appId: string): Promise<Use> {
  const { rows } = await sql<Use[number]>`
    select s.trigger, count(*)::int as subscriptions, count(*) filter (where s.enabled)::int as enabled
      from subscription s join install i on i.id = s.install_id
     where i.app_id = ${appId} and i.state <> 'uninstalled'
     group by 1 order by 1`.execute(platform);
  return rows;
}
