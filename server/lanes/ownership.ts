// Who works on which shards: each is a session lock of PostgreSQL, held on the connection that commits the shard's batches.
//
// So a worker that lost its shards cannot commit late: its lock and its transaction end with the same session. A worker that
// has stopped beating (frozen, cut off) has its session ended by the one that takes over.
import { hostname } from 'node:os';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Code } from '../code.ts';
import type { OpenClient } from '../database/dialer.ts';
import { getTypeParser } from '../database/value-types.ts';
import { ownersChannel } from './owners-changed.ts';
import { SHARDS } from './shard.ts';
import { shareOf } from './share-of.ts';

const BEAT_MS = 1_000;
/** How soon a worker that has less than its share looks again whether another has given something up. */
const LOOK_AGAIN_MS = 100;
/** After so long without an answer the connection is taken for cut: TCP alone would wait a quarter of an hour. */
const ANSWER_MS = 20_000;
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
   * batches only: what is known of a lane's state holds while its shard is ours. `atOnce`: others have come or gone.
   */
  tend(atOnce?: boolean): Promise<ShardChange>;
  release(): Promise<void>;
}

export interface ShardChange {
  readonly gained: readonly number[];
  readonly lost: readonly number[];
}

interface OwnershipOptions {
  readonly openClient: OpenClient;
  readonly workerId: string;
  readonly code: Code;
  readonly log: Logger;
}

export async function openOwnership(options: OwnershipOptions): Promise<Ownership> {
  const session = await openSession(options.openClient, options.log);
  const holding: Holding = {
    ...options,
    session,
    shards: new Set(),
    beatenAt: 0,
    lookedAt: 0,
    share: 0,
    hasCompany: false,
  };
  return {
    shards: holding.shards,
    session,
    get hasCompany() {
      return holding.hasCompany;
    },
    tend: (atOnce = false) => tend(holding, atOnce),
    release: () => release(holding),
  };
}

interface Holding extends OwnershipOptions {
  readonly session: pg.Client;
  readonly shards: Set<number>;
  beatenAt: number;
  lookedAt: number;
  share: number;
  hasCompany: boolean;
}

async function tend(holding: Holding, atOnce: boolean): Promise<ShardChange> {
  const { session, shards } = holding;
  const isBeatDue = atOnce || Date.now() - holding.beatenAt >= BEAT_MS;
  const looksAgain = shards.size < holding.share && Date.now() - holding.lookedAt >= LOOK_AGAIN_MS;
  if (!isBeatDue && !looksAgain) return unchanged;
  if (isBeatDue) await shareOut(holding);
  holding.lookedAt = Date.now();
  const lost = await giveUp(session, shards, holding.share);
  const gained = shards.size < holding.share ? await takeFree(session, shards, holding.share) : [];
  return gained.length + lost.length === 0 ? unchanged : { gained, lost };
}

async function shareOut(holding: Holding): Promise<void> {
  const { session, workerId, code, log } = holding;
  const isNew = holding.beatenAt === 0;
  holding.beatenAt = Date.now();
  await beat(session, workerId, code);
  if (isNew) await tellOwners(session);
  await endStaleWorkers(session, log);
  const { workers, before, processes } = await countProcesses(session, workerId);
  holding.hasCompany = processes > 1;
  holding.share = shareOf({ shards: SHARDS, workers, before });
}

async function release({ session, workerId, shards }: Holding): Promise<void> {
  shards.clear();
  await session.query('delete from server_process where id = $1', [workerId]).catch(() => undefined);
  await tellOwners(session).catch(() => undefined);
  await session.end().catch(() => undefined);
}

const unchanged: ShardChange = { gained: [], lost: [] };

async function openSession(openClient: OpenClient, log: Logger): Promise<pg.Client> {
  const session = await openClient({
    keepAlive: true,
    types: { getTypeParser },
    query_timeout: ANSWER_MS,
    // The next query on the session fails and says the same.
    onError: (error) => log.warn({ err: error }, 'The session of the lanes broke.'),
  });
  await session.query(settings);
  return session;
}

/**
 * The commit of a batch has some seventeen parts: planning it anew for each batch took longer than running it. And a plan that is made
 * once, while a table is small, must be right when it is large: a batch is a few hundred rows, each found by an index.
 */
const settings = `set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set enable_bitmapscan = off;
  set enable_hashjoin = off; set enable_mergejoin = off`;

async function beat(session: pg.Client, workerId: string, { version, schema }: Code): Promise<void> {
  await session.query(
    `insert into server_process (id, backend_pid, host, works_lanes, beat_at, version, schema_number)
     values ($1, pg_backend_pid(), $2, true, clock_timestamp(), $3, $4)
     on conflict (id) do update set beat_at = excluded.beat_at, backend_pid = excluded.backend_pid`,
    [workerId, hostname(), version, schema],
  );
}

/** So that nobody waits for the next beat to give something up to who has come, or to take what was left. */
async function tellOwners(session: pg.Client): Promise<void> {
  await session.query(`notify ${ownersChannel}`);
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
async function countProcesses(
  session: pg.Client,
  workerId: string,
): Promise<{ workers: number; before: number; processes: number }> {
  const { rows } = await session.query<{ workers: number; before: number; processes: number }>(
    `select count(*) filter (where works)::int as workers, count(*) filter (where works and id < $1)::int as before,
            count(*)::int as processes
       from (select id, works_lanes and exists (select from pg_stat_activity a where a.pid = backend_pid) as works
               from server_process) p`,
    [workerId],
  );
  return rows[0] ?? { workers: 1, before: 0, processes: 1 };
}

/** One at a time, up to the share: asking for all at once would take them all from a worker that starts in the same moment. */
async function takeFree(session: pg.Client, shards: Set<number>, share: number): Promise<number[]> {
  const gained: number[] = [];
  for (const shard of await findFree(session)) {
    if (shards.size >= share) break;
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

/** One question instead of one for each shard, as it is asked often while something is missing. */
async function findFree(session: pg.Client): Promise<number[]> {
  const { rows } = await session.query<{ shard: number }>({
    name: 'lane-free',
    text: `select shard from generate_series(0, $1::int - 1) as shard
            where shard not in (select objid::bigint from pg_locks
                                 where locktype = 'advisory' and classid = $2
                                   and database = (select oid from pg_database where datname = current_database()))`,
    values: [SHARDS, LOCK_SPACE],
  });
  return rows.map(({ shard }) => shard);
}

async function giveUp(session: pg.Client, shards: Set<number>, share: number): Promise<number[]> {
  const surplus = [...shards].slice(share);
  for (const shard of surplus) {
    shards.delete(shard);
    await session.query('select pg_advisory_unlock($1, $2)', [LOCK_SPACE, shard]);
  }
  return surplus;
}
