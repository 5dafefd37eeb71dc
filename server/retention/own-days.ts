// How long each workspace keeps what, by its own choice and the operator's.
import type pg from 'pg';
import { daysThatHold, type KeepDays } from '@bellwire/model/retention.ts';

export interface WorkspaceDays {
  readonly workspaceId: string;
  readonly days: KeepDays;
}

export async function readOwnDays(pool: pg.Pool, operator: KeepDays): Promise<WorkspaceDays[]> {
  const { rows } = await pool.query<{ id: string } & KeepDays>(
    `select w.id, r.event_days as event, r.unheard_days as unheard, r.refused_days as refused, r.message_days as message
       from workspace w left join retention r on r.workspace_id = w.id order by w.id`,
  );
  return rows.map(({ id, ...own }) => ({ workspaceId: id, days: daysThatHold(operator, own) }));
}

/** Null where anybody keeps them for ever. */
export function longestEventDays(all: readonly WorkspaceDays[], operator: KeepDays): number | null {
  const days = all.map((one) => one.days.event);
  if (days.length === 0) return operator.event;
  return days.includes(null) ? null : Math.max(...days.map((one) => one ?? 0));
}
