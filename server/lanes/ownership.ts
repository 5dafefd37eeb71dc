// Who works on which shards: each is a session lock of PostgreSQL, held on the connection that commits the shard's batches.
//
// So a worker that lost its shards cannot commit late: its lock and its transaction end with the same session. A worker that
// has stopped beating (frozen, cut off) has its session ended by the one that takes over.
import { hostname } from 'node:os';
import pg from 'pg';
import type { Logger } from 'pino';
import { getTypeParser } from '../database/value-types.ts';
import { SHARDS } from './shard.ts';

const BEAT_MS = 1_000;
/** A worker that has not beaten for so long is taken for dead. Its connection may still be open: then it is frozen. */
const STALE_MS = 6_000;
/** First half of the lock's name, "bell" in ASCII: other programs on the same database will hardly use it. */
const LOCK_SPACE = 0x62656c6c;

export interface Ownership {
  readonly shards: ReadonlySet<number>;
  /** The session that holds the locks. Everything that is done for the shards is committed on it. */
  readonly session: pg.Client;
  /** Whether another process of this server is alive, which has to be told of what is done here. */
  readonly hasCompany: boolean;
  /**
   * Beats, ends stale workers, takes free shards and gives up surplus ones; gives back what has changed. Call it between
   * batches only: what is known of a lane's state holds while its shard is ours.
   */
  tend(): Promise<ShardChange>;
  release(): Promise<void>;
}

export interface ShardChange {
  readonly gained: readonly number[];
  readonly lost: readonly number[];
}

export async function openOwnership({
  url,
  workerId,
  log,
}: {
  url: string;
  workerId: string;
  log: Logger;
}): Promise<Ownership> {
  const session = await openSession(url, log);
  const shards = new Set<number>();
  let beatenAt = 0;
  let hasCompany = false;

  const tend = async (): Promise<ShardChange> => {
    if (Date.now() - beatenAt < BEAT_MS) return { gained: [], lost: [] };
    beatenAt = Date.now();
    await beat(session, workerId);
    await endStaleWorkers(session, log);
    const { workers, processes } = await countProcesses(session);
    hasCompany = processes > 1;
    const share = Math.ceil(SHARDS / Math.max(1, workers));
    const gained = await takeFree(session, shards, share);
    return { gained, lost: await giveUp(session, shards, share) };
  };
  return {
    shards,
    session,
    get hasCompany() {
      return hasCompany;
    },
    tend,
    release: async () => {
      shards.clear();
      await session.query('delete from server_process where id = $1', [workerId]).catch(() => undefined);
      await session.end().catch(() => undefined);
    },
  };
}

async function openSession(url: string, log: Logger): Promise<pg.Client> {
  const session = new pg.Client({ connectionString: url, keepAlive: true, types: { getTypeParser } });
  // Unheard, the event would end the process; the next query on the session fails and says the same.
  session.on('error', (error) => log.warn({ err: error }, 'The session of the lanes broke.'));
  await session.connect();
  // The commit of a batch has some seventeen parts: planning it anew for each batch took longer than running it.
  await session.query('set plan_cache_mode = force_generic_plan');
  return session;
}

async function beat(session: pg.Client, workerId: string): Promise<void> {
  await session.query(
    `insert into server_process (id, backend_pid, host, works_lanes, beat_at) values ($1, pg_backend_pid(), $2, true, clock_timestamp())
     on conflict (id) do update set beat_at = excluded.beat_at, backend_pid = excluded.backend_pid`,
    [workerId, hostname()],
  );
}

/**
 * The backend is ended only while the very worker that stopped beating still has it: process ids are used again, and the
 * one that holds our locks in this database is no stranger's.
 */
async function endStaleWorkers(session: pg.Client, log: Logger): Promise<void> {
  const { rows } = await session.query<{ id: string; ended: boolean }>(
    `with stale as (
       delete from server_process where beat_at < clock_timestamp() - make_interval(secs => $1) returning id, backend_pid
     )
     select id, coalesce((
       select bool_or(pg_terminate_backend(l.pid)) from pg_locks l
        where l.pid = stale.backend_pid and l.locktype = 'advisory' and l.classid = $2
          and l.database = (select oid from pg_database where datname = current_database())), false) as ended
     from stale`,
    [STALE_MS / 1000, LOCK_SPACE],
  );
  for (const { id, ended } of rows)
    log.warn({ worker: id, ended }, 'A worker has stopped beating; its shards are taken over.');
}

/** A killed worker is not counted from the moment on in which its session ends: nobody waits for its row to become stale. */
async function countProcesses(session: pg.Client): Promise<{ workers: number; processes: number }> {
  const { rows } = await session.query<{ workers: number; processes: number }>(
    `select count(*) filter (where works_lanes and exists (select from pg_stat_activity a where a.pid = backend_pid))::int as workers,
            count(*)::int as processes from server_process`,
  );
  return rows[0] ?? { workers: 1, processes: 1 };
}

/** One at a time, up to the share: asking for all at once would take them all from a worker that starts in the same moment. */
async function takeFree(session: pg.Client, shards: Set<number>, share: number): Promise<number[]> {
  const gained: number[] = [];
  for (let shard = 0; shard < SHARDS && shards.size < share; shard++) {
    if (shards.has(shard)) continue;
    const { rows } = await session.query<{ taken: boolean }>({
      name: 'lane-take',
      text: 'select pg_try_advisory_lock($1, $2) as taken',
      values: [LOCK_SPACE, shard],
    });
    if (rows[0]?.taken !== true) continue;
    shards.add(shard);
    gained.push(shard);
  }
  return gained;
}

async function giveUp(session: pg.Client, shards: Set<number>, share: number): Promise<number[]> {
  const surplus = [...shards].slice(share);
  for (const shard of surplus) {
    shards.delete(shard);
    await session.query('select pg_advisory_unlock($1, $2)', [LOCK_SPACE, shard]);
  }
  return surplus;
}
