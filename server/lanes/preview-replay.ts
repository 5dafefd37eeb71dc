// Walks a replay in memory, as the lane would now, and tells what it would do: nothing is written and nothing is sent.
import type { Logger } from 'pino';
import type { OpenClient } from '../database/dialer.ts';
import { getTypeParser } from '../database/value-types.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { ReplayArrival } from './arrival.ts';
import type { DefinitionStore } from './definition-store.ts';
import { LaneState } from './lane-state.ts';
import { shardOf } from './shard.ts';
import { load, workOff } from './work-batch.ts';
import type { Work } from './work.ts';

interface PreviewRooms {
  readonly openClient: OpenClient;
  readonly store: DefinitionStore;
  readonly tokenKey: Buffer;
  readonly publicUrl: string;
  readonly log: Logger;
}

export interface PreviewRequest {
  readonly workspaceId: string;
  readonly lane: string;
  readonly arrival: ReplayArrival;
}

export type PreviewReplay = (request: PreviewRequest) => Promise<Work>;

/** The work is what would be committed. */
export function previewReplay(rooms: PreviewRooms): PreviewReplay {
  return async ({ workspaceId, lane, arrival }) => {
    const session = await rooms.openClient({
      types: { getTypeParser },
      onError: (error) => rooms.log.warn({ err: error }, 'The session of a preview broke.'),
    });
    try {
      // The reaction is the real one: its session must not be able to write, whatever it comes to do one day.
      await session.query('set default_transaction_read_only = on');
      const acceptedAt = new Date().toISOString();
      const row = {
        seq: 0,
        lane,
        shard: shardOf(lane),
        workspaceId,
        id: uuidV7(),
        acceptedAt,
        arrival,
        isHeld: false,
      };
      const inMemory = { ...rooms, session, state: new LaneState() };
      const { works, failed } = workOff(inMemory, await load(inMemory, [row]), [row]);
      const [work] = works;
      if (work === undefined) throw new Error('The replay could not be played.', { cause: failed[0]?.error });
      return work;
    } finally {
      await session.end();
    }
  };
}
