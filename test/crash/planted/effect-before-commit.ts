// A planted bug: the request goes out before the batch that asks for it is committed.
import type { PlantedBug } from './planted-bug.ts';

export const effectBeforeCommit: PlantedBug = {
  name: 'effect-before-commit',
  says: 'Requests are sent before the commit: where that fails, they were made for nothing, and are made again.',
  faults: ['kill-worker', 'kill-postgres'],
  edits: [
    {
      file: 'server/lanes/turn.ts',
      find: `const committed = orUnfit(commitWorks(`,
      replace: `batch.calls.add(piece.worked.works); const committed = orUnfit(commitWorks(`,
    },
    { file: 'server/lanes/turn.ts', find: `rooms.calls.add(works);`, replace: `` },
  ],
};
