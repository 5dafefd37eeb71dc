// What PostgreSQL lives on runs out: room on its disk, or connections.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Fault } from './fault.ts';

const FULL_MS = [2_000, 6_000] as const;
/** More than any server of the run allows. */
const MOST_CONNECTIONS = 200;

export const resourceFaults: readonly Fault[] = [
  {
    name: 'full-disk',
    weight: 2,
    lasts: 'disk',
    isPossible: ({ disk }) => disk !== undefined,
    strike: async ({ rig: { disk }, random }) => {
      await disk?.fill();
      await sleep(random.between(...FULL_MS));
      await disk?.free();
    },
  },
  {
    name: 'no-connections',
    weight: 2,
    lasts: 'connections',
    strike: async ({ rig: { postgres }, random }) => {
      const taken = await takeConnections(postgres.url);
      await sleep(random.between(...FULL_MS));
      await Promise.all(taken.map((client) => client.end().catch(() => undefined)));
    },
  },
];

/** As many as there are. */
async function takeConnections(url: string): Promise<pg.Client[]> {
  const taken: pg.Client[] = [];
  while (taken.length < MOST_CONNECTIONS) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
    // Killed with its server like any other.
    client.on('error', () => undefined);
    try {
      await client.connect();
    } catch {
      return taken;
    }
    taken.push(client);
  }
  return taken;
}
