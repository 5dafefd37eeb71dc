// A planted bug: the work is committed in one transaction, and the mark that it is done in another.
import type { PlantedBug } from './planted-bug.ts';

export const doneMarkApart: PlantedBug = {
  name: 'done-mark-apart',
  says: 'Worked off arrivals leave the log in a second transaction: a kill between the two has them worked off twice.',
  file: 'server/lanes/commit.ts',
  find: `  await session.query({
    name: 'lane-commit',`,
  replace: `  const seqs = ended.splice(0).map(({ row }) => row.seq);
  const commitInTwo = async (query) => {
    await session.query(query);
    await new Promise((resolve) => setTimeout(resolve, 10));
    await session.query('delete from lane_log where seq = any($1::bigint[])', [seqs]);
    await session.query('delete from lane_held where seq = any($1::bigint[])', [seqs]);
  };
  await commitInTwo({
    name: 'lane-commit',`,
};
