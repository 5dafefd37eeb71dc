// A planted bug: the oldest mistake of all, an answer that promises what is not on disk yet.
import type { PlantedBug } from './planted-bug.ts';

export const answerBeforeCommit: PlantedBug = {
  name: 'answer-before-commit',
  says: 'Events are answered as accepted a moment before they are written: a kill in that moment loses them.',
  faults: ['kill-api', 'kill-postgres'],
  edits: [
    {
      file: 'server/lanes/log.ts',
      find: `      const logged = await insert(pool, rows);`,
      replace: `      if (all.every((row) => row.fireKey !== undefined)) {
        const known = await findDoubles(pool, rows, new Map());
        insert(pool, rows).then(
          (taken) => onLogged([...taken.values()]),
          () => undefined,
        );
        return all.map((_row, n) => known.get(n) ?? { is: 'logged' });
      }
      const logged = await insert(pool, rows);`,
    },
  ],
};
