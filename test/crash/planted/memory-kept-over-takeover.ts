// A planted bug: what a worker remembers of lanes and contacts outlives its ownership of them.
import type { PlantedBug } from './planted-bug.ts';

export const memoryKeptOverTakeover: PlantedBug = {
  name: 'memory-kept-over-takeover',
  says: 'A worker that takes a shard again believes what it knew of its contacts and lanes from before.',
  file: 'server/lanes/owner.ts',
  find: `  state.forgetShards(gained);`,
  replace: ``,
};
