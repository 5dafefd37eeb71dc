// A planted bug: the results of a batch come back in another order than its rows went in.
import type { PlantedBug } from './planted-bug.ts';

export const wrongCaller: PlantedBug = {
  name: 'wrong-caller',
  says: 'A group commit tells its callers the results of one another.',
  faults: ['lost-answer', 'kill-api'],
  edits: [
    {
      file: 'server/lanes/group-commit.ts',
      find: `const result = results[index];`,
      replace: `const result = results[batch.length - 1 - index];`,
    },
  ],
};
