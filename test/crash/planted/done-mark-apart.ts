// A planted bug: the work is committed in one transaction, and the mark that it is done in another.
import type { PlantedBug } from './planted-bug.ts';

export const doneMarkApart: PlantedBug = {
  name: 'done-mark-apart',
  says: 'Worked off arrivals leave the log in a second transaction: a kill between the two has them worked off twice.',
  faults: ['kill-worker'],
  edits: [
    {
      file: 'server/lanes/commit.ts',
      find: `
  const rows = rowsOf(batch);`,
      replace: `
  const rows = rowsOf(batch);
  await commitRows(session, { ...rows, done: [], done_held: [] });
  await new Promise((resolve) => setTimeout(resolve, 10));
  const none = Object.fromEntries(partNames.map((name) => [name, []]));
  await commitRows(session, { ...none, done: rows.done, done_held: rows.done_held });
}

async function commitRows(session, rows) {`,
    },
  ],
};
