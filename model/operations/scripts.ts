// Trying a script while it is written: the same sandbox in which flows run it, and nothing kept.
import { z } from 'zod';
import { jsonSchema } from '../name.ts';
import { operation } from '../operation.ts';
import { MOST_SCRIPT_CHARACTERS, MOST_SCRIPT_MS, scriptResultSchema, USUAL_SCRIPT_MS } from '../script.ts';

export const scriptOperations = {
  tryScript: operation({
    method: 'POST',
    path: '/api/scripts/try',
    group: 'flows',
    about:
      'Runs a script in the sandbox, as the step "JavaScript" does, with the input given. A script that fails is a result like any other.',
    who: 'builder',
    scope: 'apps:write',
    input: z.object({
      code: z.string().max(MOST_SCRIPT_CHARACTERS),
      input: z.record(z.string(), jsonSchema).default({}),
      seconds: z
        .number()
        .min(0.1)
        .max(MOST_SCRIPT_MS / 1000)
        .default(USUAL_SCRIPT_MS / 1000),
    }),
    output: scriptResultSchema,
  }),
};
