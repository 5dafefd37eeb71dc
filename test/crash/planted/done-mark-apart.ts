// A planted bug: the work is committed in one transaction, and the mark that it is done in another.
import type { PlantedBug } from './planted-bug.ts';

export const doneMarkApart: PlantedBug = {
  name: 'done-mark-apart',
  says: 'Worked off arrivals leave the log in a second transaction: a kill between the two has them worked off twice.',
  edits: [
    {
      file: 'server/lanes/commit.ts',
      find: `
  const parts = partsOf(batch).filter(([, rows]) => rows.length > 0);`,
      replace: `
  const all = partsOf(batch);
  const isMark = ([name]) => name.startsWith('done');
  await commitSome(session, all.filter((part) => !isMark(part)));
  await new Promise((resolve) => setTimeout(resolve, 10));
  await commitSome(session, all.filter(isMark));
}

async function commitSome(session, some) {
  const parts = some.filter(([, rows]) => rows.length > 0);`,
    },
  ],
};
