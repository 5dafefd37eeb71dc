// The newest version of an installed app that asks for more than was agreed to: what is new, and agreeing to it.
import { z } from 'zod';
import { inputSchema } from '../input.ts';
import { jsonSchema } from '../name.ts';
import { operation } from '../operation.ts';
import { installView } from './installs.ts';

const installId = z.uuid();

export const installUpdateOperations = {
  getInstallUpdate: operation({
    method: 'GET',
    path: '/api/installs/{installId}/update',
    group: 'installs',
    about: 'What the newest version asks for beyond what this install has agreed to.',
    who: 'viewer',
    scope: 'installs:read',
    input: z.object({ installId }),
    output: z.object({
      /** Null where the install runs the newest version. */
      version: z.int().nullable(),
      changelog: z.string(),
      /** Each completes the sentence "It asks for more: …". */
      asks: z.array(z.string()),
      /** The auth inputs that it has not been given yet. */
      inputs: z.array(inputSchema),
    }),
    problems: ['not-found'],
  }),
  updateInstall: operation({
    method: 'POST',
    path: '/api/installs/{installId}/update',
    group: 'installs',
    about:
      'Agrees to what the newest version asks for, and takes the install along to it, once its connection has been tried.',
    who: 'admin',
    scope: 'installs:write',
    input: z.object({
      installId,
      /** The one that was looked at: a newer one is not agreed to unseen. */
      version: z.int(),
      auth: z.record(z.string(), jsonSchema).default({}),
    }),
    output: installView,
    problems: ['not-found', 'conflict', 'outside-failed'],
  }),
};
