// A planted bug: a failed write gives its idempotency keys free again, although it may have been committed.
import type { PlantedBug } from './planted-bug.ts';

export const keyDeletedOnFailure: PlantedBug = {
  name: 'key-deleted-on-failure',
  says: 'When the answer of the database is lost, the keys are removed so that the sender can try again: the event is taken in twice.',
  faults: ['lost-answer', 'cut-wire', 'broken-message'],
  edits: [
    {
      file: 'server/lanes/log.ts',
      find: `const logged = await insert(pool, rows);`,
      replace: `const logged = await insert(pool, rows).catch(async (error) => {
        const keys = all.flatMap(({ fireKey }) => (fireKey === undefined ? [] : [fireKey.key]));
        await pool.query('delete from fire_key where key = any($1::text[])', [keys]);
        throw error;
      });`,
    },
  ],
};
