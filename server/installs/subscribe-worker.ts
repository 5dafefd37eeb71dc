// Works off the subscribe and unsubscribe requests that are due, as long as the server runs.
import { setTimeout as pause } from 'node:timers/promises';
import type { SubscribeRooms } from './subscribe.ts';
import { claimDueRequests, trySubscribe } from './subscribe.ts';

const MOST_AT_ONCE = 5;

export interface SubscribeWorker {
  /** Resolves when the tries under way have ended. */
  stop(): Promise<void>;
}

/** Several processes may each run one: a request is claimed by one of them, and again by another if that one dies. */
export function startSubscribeWorker(rooms: SubscribeRooms, everyMs = 1000): SubscribeWorker {
  const stopping = new AbortController();
  const running = work(rooms, everyMs, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function work(rooms: SubscribeRooms, everyMs: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const done = await workOffDue(rooms).catch((error: unknown) => {
      rooms.log.error({ err: error }, 'Subscribe requests could not be worked off.');
      return 0;
    });
    // A full hand says that more may be waiting.
    if (done < MOST_AT_ONCE) await pause(everyMs, undefined, { signal }).catch(() => {});
  }
}

async function workOffDue(rooms: SubscribeRooms): Promise<number> {
  const claimed = await claimDueRequests(rooms.tenants.platform, MOST_AT_ONCE);
  const ends = await Promise.allSettled(claimed.map((request) => trySubscribe(rooms, request)));
  for (const end of ends)
    if (end.status === 'rejected')
      rooms.log.error({ err: end.reason }, 'A subscribe request failed on our side.');
  return claimed.length;
}
