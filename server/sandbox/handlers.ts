// Trying a script from the builder.
import type { Handlers } from '../http/handler.ts';
import { uuidV7 } from '../database/uuid.ts';

export const scriptHandlers: Handlers<'tryScript'> = {
  tryScript: ({ code, input, seconds }, { sandbox, workspaceId }) =>
    sandbox.run(workspaceId, {
      code,
      input,
      timeoutMs: Math.round(seconds * 1000),
      now: new Date().toISOString(),
      seed: uuidV7(),
    }),
};
