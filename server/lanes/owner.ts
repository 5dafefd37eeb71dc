// The worker of the lanes: owns shards, works off their log batch by batch, and tells what was committed.
import type { Logger } from 'pino';
import type { OpenClient } from '../database/dialer.ts';
import type { Code } from '../code.ts';
import type { DefinitionStore } from './definition-store.ts';
import { FreshRows } from './fresh-rows.ts';
import { LaneState } from './lane-state.ts';
import { nap } from './nap.ts';
import { openOwnership, type ShardChange } from './ownership.ts';
import { logReader } from './read-log.ts';
import { fireTimers } from './timers.ts';
import { uuidV7 } from '../database/uuid.ts';
import { TurnSize } from './turn-size.ts';
import { learnBusyLanes, turn, type TurnRooms } from './turn.ts';
import type { BatchRooms } from './work-batch.ts';
import type { LaneRow } from './work.ts';

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

export interface OwnerRooms extends TurnRooms {
  readonly openClient: OpenClient;
  readonly store: DefinitionStore;
  readonly tokenKey: Buffer;
  readonly publicUrl: string;
  readonly code: Code;
  readonly log: Logger;
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
  const reader = logReader(session, shards, fresh);
  const batch: BatchRooms = { ...rooms, session, shards, state, reader, size: new TurnSize() };
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
