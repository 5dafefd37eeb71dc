// Tells the limits every two seconds what goes on around this process, and writes down what was refused.
import type pg from 'pg';
import type { Logger } from 'pino';
import type { ServerRole } from '../config.ts';
import { FireLimits, type FireLimitSettings, type LimitMet, type Surroundings } from './fire-limits.ts';

const EVERY_MS = 2_000;
/** Below so many rows in the log no workspace's part is counted: nothing is near its limit. */
const WORTH_COUNTING = 10_000;

interface LimitRooms {
  readonly pool: pg.Pool;
  readonly fireLimits: FireLimitSettings;
  readonly role: ServerRole;
  readonly log: Logger;
}

export interface OpenFireLimits extends FireLimits {
  stop(): Promise<void>;
}

export function openFireLimits(rooms: LimitRooms): OpenFireLimits {
  const limits = new FireLimits(rooms.fireLimits);
  let running = Promise.resolve();
  const look = (): void => {
    running = running
      .then(() => lookAround(rooms, limits))
      .catch((error: unknown) =>
        rooms.log.warn({ err: error }, 'The limits could not be looked after; those of before go on.'),
      );
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  return Object.assign(limits, {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  });
}

async function lookAround({ pool, fireLimits, role }: LimitRooms, limits: FireLimits): Promise<void> {
  await writeMet(pool, limits.takeMet());
  const lowered = await readLowered(pool);
  limits.learn({
    processes: await countProcesses(pool, role),
    lowered: new Map(lowered.flatMap(({ id, fires }) => (fires === null ? [] : [[id, fires] as const]))),
    full: await findFull(pool, fireLimits.mostWaiting, lowered),
  });
}

/** Which of the workers answer requests too is not known: where this process is both, the others are taken to be so as well. */
async function countProcesses(pool: pg.Pool, role: ServerRole): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from server_process where beat_at > clock_timestamp() - interval '6 s' and ($1 or not works_lanes)`,
    [role === 'all'],
  );
  return Math.max(1, rows[0]?.count ?? 1);
}

interface Lowered {
  readonly id: string;
  readonly fires: number | null;
  readonly waiting: number | null;
}

async function readLowered(pool: pg.Pool): Promise<Lowered[]> {
  const { rows } = await pool.query<Lowered>(
    'select workspace_id as id, fires_per_second as fires, most_waiting as waiting from workspace_limit',
  );
  return rows;
}

async function findFull(
  pool: pg.Pool,
  mostWaiting: number,
  lowered: readonly Lowered[],
): Promise<Surroundings['full']> {
  const mostOf = new Map(
    lowered.flatMap(({ id, waiting }) => (waiting === null ? [] : [[id, waiting] as const])),
  );
  const least = Math.min(mostWaiting, WORTH_COUNTING, ...mostOf.values());
  const { rows } = await pool.query<{ workspace_id: string; count: number }>(
    `select workspace_id, count(*)::int as count
       from (select workspace_id from lane_log union all select workspace_id from lane_held) waiting
      where (select count(*) from (select from lane_log limit $1) few) + (select count(*) from (select from lane_held limit $1) few) >= $1
      group by 1`,
    [least],
  );
  return new Set(
    rows.flatMap(({ workspace_id: id, count }) =>
      count >= Math.min(mostWaiting, mostOf.get(id) ?? mostWaiting) ? [id] : [],
    ),
  );
}

async function writeMet(pool: pg.Pool, met: readonly LimitMet[]): Promise<void> {
  if (met.length === 0) return;
  await pool.query(
    `insert into limit_met (workspace_id, limit_name, day, times, last_at)
     select r.id, r.name, current_date, r.times, clock_timestamp()
       from unnest($1::uuid[], $2::text[], $3::bigint[]) as r(id, name, times) join workspace on workspace.id = r.id
     on conflict (workspace_id, limit_name, day) do update set times = limit_met.times + excluded.times, last_at = excluded.last_at`,
    [met.map(({ workspaceId }) => workspaceId), met.map(({ limit }) => limit), met.map(({ times }) => times)],
  );
}
