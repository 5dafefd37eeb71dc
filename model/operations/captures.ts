// Captures: an address that shows what a service sends, to make a sample of it.
import { z } from 'zod';
import { jsonSchema } from '../name.ts';
import { nothing, operation } from '../operation.ts';

const captureId = z.uuid();

export const captureOperations = {
  startCapture: operation({
    method: 'POST',
    path: '/api/captures',
    group: 'captures',
    about:
      'Makes an address that shows what is sent to it, for half an hour. Nothing runs by it. It is for the draft of one mini-app or one bot.',
    who: 'builder',
    input: z
      .object({ appId: z.uuid().optional(), botId: z.uuid().optional() })
      .refine(({ appId, botId }) => (appId === undefined) !== (botId === undefined), {
        error: 'Name the mini-app or the bot, one of them.',
      }),
    output: z.object({ id: z.uuid(), address: z.string(), expiresAt: z.iso.datetime() }),
    status: 201,
    problems: ['not-found'],
  }),
  getCapture: operation({
    method: 'GET',
    path: '/api/captures/{captureId}',
    group: 'captures',
    about: 'What came in at a capture, the newest first; values that open something are hidden.',
    who: 'builder',
    input: z.object({ captureId }),
    output: z.object({
      expiresAt: z.iso.datetime(),
      rows: z.array(
        z.object({
          id: z.uuid(),
          at: z.iso.datetime(),
          method: z.string(),
          /** `{ method, headers, query, body }`; null where the body could not be read. */
          payload: z.record(z.string(), jsonSchema).nullable(),
          /** Why it could not be read. */
          says: z.string().nullable(),
        }),
      ),
    }),
    problems: ['not-found'],
  }),
  endCapture: operation({
    method: 'DELETE',
    path: '/api/captures/{captureId}',
    group: 'captures',
    about: 'Ends a capture, and forgets what came in.',
    who: 'builder',
    input: z.object({ captureId }),
    output: nothing,
  }),
};
