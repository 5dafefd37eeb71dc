// A planted bug: idempotency keys are remembered by the process, and not by the database.
import type { PlantedBug } from './planted-bug.ts';

export const doublesInMemory: PlantedBug = {
  name: 'doubles-in-memory',
  says: 'Idempotency keys are kept in the memory of the process: after its restart the same event is taken in again.',
  faults: ['kill-api'],
  edits: [
    {
      file: 'server/lanes/take-in.ts',
      find: `  const id = uuidV7();
  const { installId, idempotencyKey: key } = request;`,
      replace: `  const id = uuidV7();
  const { installId } = request;
  const key = null;
  const keys = (globalThis.plantedKeys ??= new Map());
  const first = keys.get(request.idempotencyKey);
  if (first !== undefined) return { eventId: first, status: 'duplicate', listeners: 0, listenersOff: 0, says: '' };
  keys.set(request.idempotencyKey, id);`,
    },
  ],
};
