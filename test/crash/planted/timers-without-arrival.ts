// A planted bug: the timer is taken away, and what it should have brought about comes in another transaction, or never.
import type { PlantedBug } from './planted-bug.ts';

export const timersWithoutArrival: PlantedBug = {
  name: 'timers-without-arrival',
  says: 'Timers that are due are deleted, and now and then their arrival is not put into the log: the run waits for ever.',
  faults: ['kill-worker'],
  edits: [
    {
      file: 'server/lanes/timers.ts',
      find: `        from due order by due_at`,
      replace: `        from due where random() < 0.98 order by due_at`,
    },
  ],
};
