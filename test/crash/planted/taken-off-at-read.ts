// A planted bug: arrivals leave the log when they are read, and not when they are done.
import type { PlantedBug } from './planted-bug.ts';

export const takenOffAtRead: PlantedBug = {
  name: 'taken-off-at-read',
  says: 'What was read is taken off the log at once: a worker that dies before its commit takes it to the grave.',
  faults: ['kill-worker', 'kill-at-point'],
  edits: [
    {
      file: 'server/lanes/read-log.ts',
      find: `return withBodies(session, heads, fresh);`,
      replace: `const rows = await withBodies(session, heads, fresh);
      const taken = heads.map(({ seq }) => seq);
      if (taken.length > 0) await session.query('delete from lane_log where seq = any($1::bigint[])', [taken]);
      return rows;`,
    },
  ],
};
