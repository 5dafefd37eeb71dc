// Forgets things of which no event has come for long: a payment of last year has nothing newer to wait for.
import type pg from 'pg';

const REMEMBERED_DAYS = 90;
const MOST_A_STEP = 5_000;

/**
 * No index on `seen_at`: each event of the thing would have to change it too, where now the row's new version stays on its page.
 * Rows that are old lie together, so a step finds its rows soon; only the last one reads the whole table, once a turn.
 */
export async function forgetEntities({
  pool,
  signal,
}: {
  readonly pool: pg.Pool;
  readonly signal: AbortSignal;
}): Promise<void> {
  for (let removed = MOST_A_STEP; removed === MOST_A_STEP && !signal.aborted;) {
    const { rowCount } = await pool.query(
      `delete from entity using (
         select lane, install_id, name, key from entity
          where seen_at < clock_timestamp() - make_interval(days => $1) and gathering is null limit $2 for update skip locked
       ) old
        where entity.lane = old.lane and entity.install_id = old.install_id and entity.name = old.name and entity.key = old.key`,
      [REMEMBERED_DAYS, MOST_A_STEP],
    );
    removed = rowCount ?? 0;
  }
}
