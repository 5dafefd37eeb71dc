// Says that this process is alive, where it works no lanes and so does not say it through them.
import type pg from 'pg';
import { hostname } from 'node:os';
import type { Logger } from 'pino';

const EVERY_MS = 1_000;

export interface Pulse {
  stop(): Promise<void>;
}

/** A process that works lanes beats on the session that holds its shards: that one needs no second pulse. */
export function startPulse({
  pool,
  processId,
  worksLanes,
  log,
}: {
  pool: pg.Pool;
  processId: string;
  worksLanes: boolean;
  log: Logger;
}): Pulse {
  if (worksLanes) return { stop: () => Promise.resolve() };
  const beat = (): void => {
    pool
      .query(
        `insert into server_process (id, host, works_lanes, beat_at) values ($1, $2, false, clock_timestamp())
         on conflict (id) do update set beat_at = excluded.beat_at`,
        [processId, hostname()],
      )
      .catch((error: unknown) => log.warn({ err: error }, 'The pulse could not be written.'));
  };
  beat();
  const timer = setInterval(beat, EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await pool.query('delete from server_process where id = $1', [processId]).catch(() => undefined);
    },
  };
}
