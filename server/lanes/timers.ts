// Moves timers whose time has come into the log of their shard: the timer goes and the arrival comes in one statement.
import type pg from 'pg';

const MOST_AT_ONCE = 1000;

/** Never early: a row is taken only when its time is over by the clock of this process, which also set it. */
export async function fireTimers(session: pg.Client, shards: ReadonlySet<number>): Promise<void> {
  await session.query({
    name: 'lane-timers',
    text: `
      with due as (
        delete from timer where (run_id, turn) in (
          select t.run_id, t.turn from unnest($1::smallint[]) as s(shard)
           cross join lateral (select run_id, turn, due_at from timer where shard = s.shard and due_at <= $2 order by due_at limit $3) t
           limit $3
        ) returning *
      )
      insert into lane_log (shard, lane, workspace_id, id, kind, body, accepted_at)
      select shard, lane, workspace_id, gen_random_uuid(), coalesce(arrival ->> 'kind', 'due'),
             coalesce(arrival, json_build_object('kind', 'due', 'runId', run_id, 'turn', turn)), $2
        from due order by due_at`,
    values: [[...shards], new Date().toISOString(), MOST_AT_ONCE],
  });
}
