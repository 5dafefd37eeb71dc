// A planted bug: the oldest mistake of all, an answer that promises what is not on disk yet.
import type { PlantedBug } from './planted-bug.ts';

export const answerBeforeCommit: PlantedBug = {
  name: 'answer-before-commit',
  says: 'Events are answered as accepted a moment before they are written: a kill in that moment loses them.',
  file: 'server/lanes/log.ts',
  find: `    write: async (all) => {
      const rows = withoutRepeats(all);`,
  replace: `    write: async (all) => {
      if (all.every((row) => row.fireKey !== undefined)) {
        void writeLater(all);
        return all.map(() => ({ is: 'logged' }));
      }
      return writeNow(all);
    },
  });
  async function writeLater(all) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    await writeNow(all).catch(() => undefined);
  }
  async function writeNow(all) {
      const rows = withoutRepeats(all);`,
};
