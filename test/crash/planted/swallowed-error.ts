// A planted bug: an error of the write is swallowed, and everybody hears that all is well.
import type { PlantedBug } from './planted-bug.ts';

export const swallowedError: PlantedBug = {
  name: 'swallowed-error',
  says: 'When the log cannot be written, the events are answered as accepted all the same.',
  faults: ['cut-wire', 'kill-postgres'],
  edits: [
    {
      file: 'server/lanes/log.ts',
      find: `const logged = await insert(pool, rows);`,
      replace: `const logged = await insert(pool, rows).catch(() => null);
      if (logged === null) return all.map(() => ({ is: 'logged' }));`,
    },
  ],
};
