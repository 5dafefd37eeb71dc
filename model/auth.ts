// How an install is connected to its service.
import { z } from 'zod';
import { inputSchema } from './input.ts';
import { outgoingRequestSchema } from './outgoing-request.ts';

export const authSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('none') }),
  z.strictObject({
    is: z.literal('inputs'),
    inputs: z.array(inputSchema).max(30).default([]),
    test: outgoingRequestSchema
      .optional()
      .describe('Tried when the app is installed: an answer other than 2xx says the inputs are wrong.'),
  }),
]);

export type Auth = z.infer<typeof authSchema>;
