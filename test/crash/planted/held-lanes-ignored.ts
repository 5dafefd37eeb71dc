// A planted bug: a lane goes on while one of its runs waits for an answer.
import type { PlantedBug } from './planted-bug.ts';

export const heldLanesIgnored: PlantedBug = {
  name: 'held-lanes-ignored',
  says: 'A run that waits for an answer does not hold its lane: the next event of the contact is worked off in between.',
  faults: ['kill-worker'],
  edits: [
    {
      file: 'server/lanes/work-batch.ts',
      find: `  if (work.call !== null) state.waiting.add(work.row.lane);`,
      replace: ``,
    },
  ],
};
