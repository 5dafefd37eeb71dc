// A planted bug: the clock of the timers is ahead.
import type { PlantedBug } from './planted-bug.ts';

export const timersEarly: PlantedBug = {
  name: 'timers-early',
  says: 'Timers are taken up to a second and a half before their time.',
  faults: ['kill-worker'],
  edits: [
    {
      file: 'server/lanes/timers.ts',
      find: `values: [[...shards], new Date().toISOString(), MOST_AT_ONCE]`,
      replace: `values: [[...shards], new Date(Date.now() + 1_500).toISOString(), MOST_AT_ONCE]`,
    },
  ],
};
