// A planted bug: what is remembered of a shard's contacts outlives the ownership of the shard.
import type { PlantedBug } from './planted-bug.ts';

export const staleMemory: PlantedBug = {
  name: 'stale-memory',
  says: 'A worker that gets a shard back goes on with what it knew of its contacts, though another has worked there since.',
  faults: ['kill-worker', 'kill-a-worker-and-again'],
  edits: [{ file: 'server/lanes/owner.ts', find: `state.forgetShards([...gained, ...lost]);`, replace: `` }],
};
