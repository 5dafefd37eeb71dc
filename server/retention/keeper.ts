// The keeper: does the chores of the database at the start and once an hour, in one process at a time.
import { setTimeout as pause } from 'node:timers/promises';
import { chores, type ChoreRooms } from './chores.ts';

const EVERY_MS = 3_600_000;
/** Any number, the same in every process: whoever holds this lock does the chores. */
const lockKey = 7_235_900_002;

export interface Keeper {
  /** Resolves when the step under way has ended. */
  stop(): Promise<void>;
}

export function startKeeper(rooms: Omit<ChoreRooms, 'signal'>, everyMs = EVERY_MS): Keeper {
  const stopping = new AbortController();
  const running = work({ ...rooms, signal: stopping.signal }, everyMs);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function work(rooms: ChoreRooms, everyMs: number): Promise<void> {
  while (!rooms.signal.aborted) {
    await doChores(rooms).catch((error: unknown) =>
      rooms.log.warn({ err: error }, 'The keeper could not do its chores; it tries again at its next turn.'),
    );
    await pause(everyMs, undefined, { signal: rooms.signal }).catch(() => {});
  }
}

/** @returns whether the chores were done here; another process may be at it. */
async function doChores(rooms: ChoreRooms): Promise<boolean> {
  const holder = await rooms.pool.connect();
  try {
    const { rows } = await holder.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
      lockKey,
    ]);
    if (rows[0]?.taken !== true) return false;
    for (const [name, chore] of Object.entries(chores)) {
      // One that fails must not keep the others from being done.
      await chore(rooms).catch((error: unknown) =>
        rooms.log.warn(
          { err: error, chore: name },
          'A chore of the keeper failed; it is tried again at its next turn.',
        ),
      );
    }
    await holder.query('select pg_advisory_unlock($1)', [lockKey]);
    return true;
  } finally {
    holder.release();
  }
}
