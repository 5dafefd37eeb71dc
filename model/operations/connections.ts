// The connection of an install to its service: the auth values it has, and new ones.
import { z } from 'zod';
import { inputSchema } from '../input.ts';
import { jsonSchema } from '../name.ts';
import { operation } from '../operation.ts';
import { installView } from './installs.ts';

const installId = z.uuid();

export const connectionOperations = {
  getConnection: operation({
    method: 'GET',
    path: '/api/installs/{installId}/connection',
    group: 'installs',
    about: "The install's auth inputs, with the values it has; secret ones are never shown.",
    who: 'admin',
    scope: 'installs:read',
    input: z.object({ installId }),
    output: z.object({
      inputs: z.array(inputSchema),
      values: z.record(z.string(), jsonSchema),
      /** Whether it is connected by a sign-in at its service, after the inputs. */
      signsIn: z.boolean(),
    }),
    problems: ['not-found'],
  }),
  reconnectInstall: operation({
    method: 'PUT',
    path: '/api/installs/{installId}/connection',
    group: 'installs',
    about:
      'Gives the install new auth values, once the connection test has passed; what is left out stays as it is. Parked events can then be run.',
    who: 'admin',
    scope: 'installs:write',
    input: z.object({ installId, auth: z.record(z.string(), jsonSchema) }),
    output: installView,
    problems: ['not-found', 'conflict', 'outside-failed'],
  }),
};
