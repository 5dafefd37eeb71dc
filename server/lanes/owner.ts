// The worker of the lanes: owns shards, works off their log batch by batch, and tells what was committed.
import type { Logger } from 'pino';
import { isDataError } from '../database/data-error.ts';
import type { OpenClient } from '../database/dialer.ts';
import type { CallRunner } from './calls.ts';
import type { Code } from '../code.ts';
import type { DefinitionStore } from './definition-store.ts';
import { failRows } from './fail-rows.ts';
import { FreshRows } from './fresh-rows.ts';
import { LaneState } from './lane-state.ts';
import { nap } from './nap.ts';
import { openOwnership, type Ownership, type ShardChange } from './ownership.ts';
import { readBusyLanes } from './read-batch.ts';
import { logReader } from './read-log.ts';
import { fireTimers } from './timers.ts';
import { uuidV7 } from '../database/uuid.ts';
import { commitWorks, readBatch, workOff, type BatchRooms, type Worked } from './work-batch.ts';
import type { LaneRow, Work } from './work.ts';

/** How long an owner sleeps when there is nothing to do and nobody wakes it. */
const IDLE_MS = 200;
const PAUSE_AFTER_FAULT_MS = 500;
const TIMERS_EVERY_MS = 200;

export interface Owner {
  /** Something may have arrived: look now rather than at the next turn. */
  wake(): void;
  /** This process has put these into the log. @returns whether all of them are this worker's to do. */
  hear(rows: readonly LaneRow[]): boolean;
  /** Another worker has come or gone: share out anew at once. */
  shareAnew(): void;
  /** True while it works; false while it has no connection or no shard. */
  isWorking(): boolean;
  stop(): Promise<void>;
}

export interface OwnerRooms {
  readonly openClient: OpenClient;
  readonly store: DefinitionStore;
  readonly calls: CallRunner;
  readonly tokenKey: Buffer;
  readonly publicUrl: string;
  readonly code: Code;
  readonly log: Logger;
  /** After each commit; `hasCompany` says that other processes have to be told. */
  readonly onCommitted: (works: readonly Work[], hasCompany: boolean) => void;
}

export function startOwner(rooms: OwnerRooms): Owner {
  const signs: Signs = { isStopping: false, isWorking: false, hasToShare: false, shards: new Set() };
  const { sleep, wake } = nap();
  const fresh = new FreshRows();
  const running = ownWhile(rooms, signs, { sleep, fresh });
  return {
    wake,
    hear: (rows) => {
      const own = rows.filter(({ shard }) => signs.shards.has(shard));
      fresh.keep(own);
      wake();
      return own.length === rows.length;
    },
    shareAnew: () => {
      signs.hasToShare = true;
      wake();
    },
    isWorking: () => signs.isWorking,
    stop: async () => {
      signs.isStopping = true;
      wake();
      await running;
    },
  };
}

/** Said to the owner from outside, and by it. */
interface Signs {
  isStopping: boolean;
  isWorking: boolean;
  hasToShare: boolean;
  /** Those that it owns. */
  shards: ReadonlySet<number>;
}

async function ownWhile(rooms: OwnerRooms, signs: Signs, news: News): Promise<void> {
  while (!signs.isStopping) {
    try {
      await own(rooms, signs, news);
    } catch (error) {
      rooms.log.warn({ err: error }, 'The lanes lost their session; taking it up again.');
      await new Promise((resolve) => setTimeout(resolve, PAUSE_AFTER_FAULT_MS));
    }
  }
}

interface News {
  sleep(ms: number): Promise<void>;
  readonly fresh: FreshRows;
}

/** One session of ownership: from taking shards until the session breaks or the server stops. */
async function own(rooms: OwnerRooms, signs: Signs, { sleep, fresh }: News): Promise<void> {
  const ownership = await openOwnership({ ...rooms, workerId: uuidV7() });
  const state = new LaneState();
  const { session, shards } = ownership;
  signs.shards = shards;
  const batch: BatchRooms = { ...rooms, session, shards, state, reader: logReader(session, shards, fresh) };
  let timersAt = 0;
  try {
    while (!signs.isStopping) {
      const { hasToShare } = signs;
      signs.hasToShare = false;
      await takeOver(rooms, batch, await ownership.tend(hasToShare));
      signs.isWorking = ownership.shards.size > 0;
      if (Date.now() - timersAt >= TIMERS_EVERY_MS) {
        timersAt = Date.now();
        await fireTimers(ownership.session, ownership.shards);
      }
      if (!(await turn(rooms, batch, ownership))) await sleep(IDLE_MS);
    }
  } finally {
    signs.isWorking = false;
    rooms.calls.forget();
    await ownership.release();
  }
}

/**
 * What is known of newly taken shards is what the database says, not what this process once knew. And nothing may be left of
 * those given up: their lanes with something put aside would be looked into, and worked off here as well as there.
 */
async function takeOver(
  rooms: OwnerRooms,
  { session, state }: BatchRooms,
  { gained, lost }: ShardChange,
): Promise<void> {
  if (gained.length + lost.length === 0) return;
  state.forgetShards([...gained, ...lost]);
  if (gained.length === 0) return;
  await learnBusyLanes(session, state, gained);
  await rooms.calls.takeOver(session, gained);
}

async function learnBusyLanes(
  session: BatchRooms['session'],
  state: LaneState,
  shards: readonly number[],
): Promise<void> {
  const { waiting, held } = await readBusyLanes(session, shards);
  for (const lane of waiting) state.waiting.add(lane);
  for (const lane of held) state.held.add(lane);
}

/** @returns whether there was anything to do. */
async function turn(rooms: OwnerRooms, batch: BatchRooms, ownership: Ownership): Promise<boolean> {
  const read = await readBatch(batch);
  if (read === null) return false;
  const worked = await workAndCommit(batch, read.work, read.hold);
  if (!isUnfit(worked)) {
    await follow(rooms, batch, ownership, worked);
    return true;
  }
  // One row spoils its batch: each is tried alone, so that it spoils only itself.
  const held = new Set(read.hold);
  for (const row of [...read.hold, ...read.work].toSorted((a, b) => a.seq - b.seq)) {
    await workAlone(rooms, batch, ownership, { row, isBehind: held.has(row) });
  }
  return true;
}

interface Unfit {
  readonly dataError: unknown;
}

function isUnfit(worked: Worked | Unfit): worked is Unfit {
  return 'dataError' in worked;
}

/** Nothing but what leads up to the commit may count as unfit: what fails after it must not have the batch done again. */
async function workAndCommit(
  batch: BatchRooms,
  work: readonly LaneRow[],
  hold: readonly LaneRow[],
): Promise<Worked | Unfit> {
  try {
    const { works, failed, hold: behind } = await workOff(batch, work);
    await commitWorks(batch, works, [...hold, ...behind]);
    return { works, failed };
  } catch (error) {
    if (!isDataError(error)) throw error;
    return { dataError: error };
  }
}

async function follow(
  rooms: OwnerRooms,
  batch: BatchRooms,
  { hasCompany }: Ownership,
  { works, failed }: Worked,
): Promise<void> {
  rooms.onCommitted(works, hasCompany);
  rooms.calls.add(works);
  if (failed.length > 0) await failRows(batch, failed);
}

/** `isBehind`: older arrivals of its lane were not even read, so it has to be held. */
async function workAlone(
  rooms: OwnerRooms,
  batch: BatchRooms,
  ownership: Ownership,
  { row, isBehind }: { row: LaneRow; isBehind: boolean },
): Promise<void> {
  // What the failed batch had changed in memory never happened.
  await learnAgain(batch);
  const mustHold = isBehind || (batch.state.waiting.has(row.lane) && row.arrival.kind !== 'answer');
  const worked = await workAndCommit(batch, mustHold ? [] : [row], mustHold ? [row] : []);
  if (!isUnfit(worked)) return follow(rooms, batch, ownership, worked);
  await failRows(batch, [{ row, error: worked.dataError }]);
  // After the row has gone: as long as an answer is there, its lane counts as waiting for it.
  await learnAgain(batch);
}

async function learnAgain({ session, state, shards }: BatchRooms): Promise<void> {
  state.forgetAll();
  await learnBusyLanes(session, state, [...shards]);
}
