// A planted bug: what was put aside in a lane comes after what has arrived since.
import type { PlantedBug } from './planted-bug.ts';

export const newBeforeHeld: PlantedBug = {
  name: 'new-before-held',
  says: 'When a lane is free again, its newest arrivals overtake those that were put aside.',
  faults: ['kill-worker'],
  edits: [
    {
      file: 'server/lanes/plan-batch.ts',
      find: `const work: LaneRow[] = [...held];`,
      replace: `const work: LaneRow[] = [];`,
    },
    {
      file: 'server/lanes/plan-batch.ts',
      find: `return { work, hold };`,
      replace: `return { work: [...work, ...held], hold };`,
    },
  ],
};
