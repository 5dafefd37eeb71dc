// A planted bug: the reader remembers the last number that it saw, and never looks below it again.
import type { PlantedBug } from './planted-bug.ts';

export const lastIdCursor: PlantedBug = {
  name: 'last-id-cursor',
  says: 'The log is read from the last number on: what was numbered before and committed after it, or left by another worker, is overtaken.',
  faults: ['kill-worker', 'kill-a-worker-and-again'],
  edits: [
    {
      file: 'server/lanes/read-log.ts',
      find: `return withBodies(session, heads, fresh);`,
      replace: `const unseen = heads.filter(({ seq }) => seq > (globalThis.plantedCursor ?? 0));
      globalThis.plantedCursor = Math.max(globalThis.plantedCursor ?? 0, ...unseen.map(({ seq }) => seq));
      return withBodies(session, unseen, fresh);`,
    },
  ],
};
