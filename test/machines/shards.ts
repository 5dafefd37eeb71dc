// Who owns which shards, as PostgreSQL knows it: seen from outside, past the code of the server.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../crash/database.ts';

/** The locks by which the server owns its shards, "bell" in ASCII. */
const LOCK_SPACE = 0x62656c6c;
export const ALL_SHARDS = 64;

/** How many shards each session has, smallest first. */
async function readShares(database: Database): Promise<number[]> {
  const { rows } = await database.query<{ shards: number }>(
    `select count(*)::int as shards from pg_locks
      where locktype = 'advisory' and granted and classid = $1::int group by pid order by 1`,
    [LOCK_SPACE],
  );
  return rows.map(({ shards }) => shards);
}

/** Waits until the shares are these. @returns how long it took, in milliseconds. */
export async function untilShares(
  database: Database,
  expected: readonly number[],
  patienceMs = 20_000,
): Promise<number> {
  const startedAt = Date.now();
  for (;;) {
    const shares = await readShares(database);
    if (shares.join() === expected.join()) return Date.now() - startedAt;
    if (Date.now() - startedAt > patienceMs)
      throw new Error(`The shards are shared as ${shares.join()}, expected is ${expected.join()}.`);
    await sleep(20);
  }
}
