// A planted bug: whoever takes over a shard forgets the requests that the one before had not finished.
import type { PlantedBug } from './planted-bug.ts';

export const forgottenCalls: PlantedBug = {
  name: 'forgotten-calls',
  says: 'Open requests are not taken over with their shard: the runs that wait for their answers wait for ever.',
  faults: ['kill-worker', 'kill-a-worker-and-again'],
  edits: [
    { file: 'server/lanes/owner.ts', find: `  await rooms.calls.takeOver(session, gained);`, replace: `` },
  ],
};
