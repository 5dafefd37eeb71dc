// A planted bug: a request that is tried again looks like another request.
import type { PlantedBug } from './planted-bug.ts';

export const newKeyEachTry: PlantedBug = {
  name: 'new-key-each-try',
  says: 'Each try of a request goes out under an idempotency key of its own: the other side does it twice.',
  faults: ['kill-worker'],
  edits: [
    {
      file: 'server/lanes/send-call.ts',
      find: `{ name: 'idempotency-key', value: call.key }`,
      replace: "{ name: 'idempotency-key', value: `${call.key}-${Date.now()}` }",
    },
  ],
};
