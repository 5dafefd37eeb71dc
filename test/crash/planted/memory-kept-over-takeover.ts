// A planted bug: what a worker remembers of lanes outlives its ownership of them. The fault run found it in the product itself.
import type { PlantedBug } from './planted-bug.ts';

export const memoryKeptOverTakeover: PlantedBug = {
  name: 'memory-kept-over-takeover',
  says: 'A worker that takes a shard again still waits for answers that another worker has had since: the lane stands still.',
  file: 'server/lanes/owner.ts',
  // By all faults it was found in one of five runs of a minute.
  faults: ['kill-a-worker-and-again'],
  find: `  state.forgetShards([...gained, ...lost]);`,
  replace: `  const before = [...state.waiting];
  state.forgetShards([...gained, ...lost]);
  for (const lane of before) state.waiting.add(lane);`,
};
