// Measures how long the shards of a worker that was killed or frozen stay without an owner that works.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database.ts';

export interface TakeoverWatch {
  /** From now on, the shards of this worker wait for another owner. */
  begin(worker: string): void;
  /** One measurement a shard, in milliseconds. */
  readonly times: readonly number[];
  stop(): Promise<void>;
}

const EVERY_MS = 100;
/** Known from outside: the locks by which the server owns its shards, "bell" in ASCII. */
const LOCK_SPACE = 0x62656c6c;

interface Owner {
  readonly shard: number;
  readonly pid: number;
  readonly worker: string;
}

export function watchTakeovers(database: Database): TakeoverWatch {
  const times: number[] = [];
  let owners: readonly Owner[] = [];
  let waiting: { readonly shard: number; readonly pid: number; readonly since: number }[] = [];
  let stopping = false;

  const look = async (): Promise<void> => {
    owners = await readOwners(database);
    const now = Date.now();
    waiting = waiting.filter(({ shard, pid, since }) => {
      const isTaken = owners.some((owner) => owner.shard === shard && owner.pid !== pid);
      if (isTaken) times.push(now - since);
      return !isTaken;
    });
  };
  const watch = async (): Promise<void> => {
    while (!stopping) {
      await look().catch(() => {
        // PostgreSQL is down: what is measured now would be its own recovery.
        owners = [];
        waiting = [];
      });
      await sleep(EVERY_MS);
    }
  };
  const watching = watch();
  return {
    times,
    begin: (worker) => {
      const since = Date.now();
      for (const { shard, pid, worker: name } of owners)
        if (name === worker) waiting.push({ shard, pid, since });
    },
    stop: async () => {
      stopping = true;
      await watching;
    },
  };
}

async function readOwners(database: Database): Promise<Owner[]> {
  const { rows } = await database.query<Owner>(
    `select l.objid::int as shard, l.pid, a.application_name as worker
       from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and l.classid = $1::int`,
    [LOCK_SPACE],
  );
  return rows;
}
