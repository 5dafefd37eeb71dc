// A planted bug: whoever takes over a shard does not learn which of its lanes have something put aside.
import type { PlantedBug } from './planted-bug.ts';

export const forgottenHeld: PlantedBug = {
  name: 'forgotten-held',
  says: 'What had been put aside behind a waiting run is not looked for after a takeover.',
  faults: ['kill-worker', 'kill-a-worker-and-again'],
  edits: [
    { file: 'server/lanes/turn.ts', find: `for (const lane of held) state.held.add(lane);`, replace: `` },
  ],
};
