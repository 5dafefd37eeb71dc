// Removes idempotency keys whose time is over, in steps so small that nobody waits for one.
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Logger } from 'pino';

/** The promise is "at least thirty days"; nothing is gained by keeping them longer. */
const KEY_DAYS = 30;

const MOST_A_STEP = 1_000;

interface KeeperRooms {
  readonly pool: pg.Pool;
  readonly log: Logger;
}

/** Several processes may each run one: a key is removed by whoever comes first. */
export function startFireKeyKeeper(rooms: KeeperRooms, everyMs = 600_000): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = work(rooms, everyMs, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function work({ pool, log }: KeeperRooms, everyMs: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const removed = await removeOldKeys(pool).catch((error: unknown) => {
      log.warn({ err: error }, 'Old idempotency keys could not be removed.');
      return 0;
    });
    // A full hand says that more may be waiting; the breath in between is for everybody else.
    const restMs = removed < MOST_A_STEP ? everyMs : 50;
    await pause(restMs, undefined, { signal }).catch(() => {});
  }
}

/** One step; says how many keys it removed. */
export async function removeOldKeys(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from fire_key using (
       select install_id, key from fire_key where created_at < clock_timestamp() - make_interval(days => $1)
        limit $2 for update skip locked
     ) old where fire_key.install_id = old.install_id and fire_key.key = old.key`,
    [KEY_DAYS, MOST_A_STEP],
  );
  return rowCount ?? 0;
}
