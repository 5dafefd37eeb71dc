// A planted bug: the request goes out before the batch that asks for it is committed.
import type { PlantedBug } from './planted-bug.ts';

export const effectBeforeCommit: PlantedBug = {
  name: 'effect-before-commit',
  says: 'Requests are sent before the commit: where that fails, they were made for nothing, and are made again.',
  faults: ['kill-worker', 'kill-postgres'],
  edits: [
    {
      file: 'server/lanes/owner.ts',
      find: `await commitWorks(batch, works, [...hold, ...behind]);`,
      replace: `batch.calls.add(works); await commitWorks(batch, works, [...hold, ...behind]);`,
    },
    { file: 'server/lanes/owner.ts', find: `rooms.calls.add(works);`, replace: `` },
  ],
};
