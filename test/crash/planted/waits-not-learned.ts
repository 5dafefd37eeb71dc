// A planted bug: whoever takes over a shard does not learn in which of its lanes a run waits for an answer.
import type { PlantedBug } from './planted-bug.ts';

export const waitsNotLearned: PlantedBug = {
  name: 'waits-not-learned',
  says: 'After a takeover, lanes whose run still waits for an answer go on without it.',
  faults: ['kill-worker', 'kill-a-worker-and-again'],
  edits: [
    {
      file: 'server/lanes/turn.ts',
      find: `for (const lane of waiting) state.waiting.add(lane);`,
      replace: ``,
    },
  ],
};
