// Says that this process is alive, where it works no lanes and so does not say it through them.
import type pg from 'pg';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import type { Code } from './code.ts';
import { ownersChannel } from './lanes/owners-changed.ts';

const EVERY_MS = 1_000;

export interface Pulse {
  stop(): Promise<void>;
}

/** A process that works lanes beats on the session that holds its shards: that one needs no second pulse. */
export function startPulse({
  pool,
  processId,
  worksLanes,
  code,
  log,
}: {
  pool: pg.Pool;
  processId: string;
  worksLanes: boolean;
  code: Code;
  log: Logger;
}): Pulse {
  if (worksLanes) return { stop: () => Promise.resolve() };
  const beat = (): Promise<unknown> =>
    pool
      .query(
        `insert into server_process (id, host, works_lanes, beat_at, version, schema_number)
         values ($1, $2, false, clock_timestamp(), $3, $4)
         on conflict (id) do update set beat_at = excluded.beat_at`,
        [processId, hostname(), code.version, code.schema],
      )
      .catch((error: unknown) => log.warn({ err: error }, 'The pulse could not be written.'));
  // So that workers tell this process at once what they do, and not only from their next beat on.
  void beat().then(() => pool.query(`notify ${ownersChannel}`).catch(() => undefined));
  const timer = setInterval(() => void beat(), EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await pool.query('delete from server_process where id = $1', [processId]).catch(() => undefined);
    },
  };
}
