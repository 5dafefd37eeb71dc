// Deletes in steps so small that nobody waits for one, with a breath in between for everybody else.
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

const MOST_A_STEP = 2_000;
const BREATH_MS = 50;

/**
 * @param where Rows of `table`, called `old`, that go. Values begin at `$2`.
 * @returns how many went.
 */
export async function deleteInSteps(
  { pool, signal }: { readonly pool: pg.Pool; readonly signal: AbortSignal },
  table: string,
  where: string,
  values: readonly unknown[],
): Promise<number> {
  let gone = 0;
  while (!signal.aborted) {
    // By its place, which is read straight from the table; a row that somebody changes meanwhile has another place then, and is
    // left for the next turn. Places are those of one table: of a partitioned one, name the partition.
    const { rowCount } = await pool.query(
      `delete from ${table} where ctid = any(array(select ctid from ${table} old where ${where} limit $1))`,
      [MOST_A_STEP, ...values],
    );
    gone += rowCount ?? 0;
    if ((rowCount ?? 0) < MOST_A_STEP) break;
    await pause(BREATH_MS, undefined, { signal }).catch(() => {});
  }
  return gone;
}
