// What a service grants to an install: the request that asks for it, which values of the answer are kept, and for how long they hold.
import { z } from 'zod';
import { outgoingRequestSchema } from './outgoing-request.ts';
import { payloadMappingSchema } from './payload-mapping.ts';

const expirySchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('never') }),
  z.strictObject({ is: z.literal('after'), seconds: z.int().min(1).max(31_622_400) }),
  z.strictObject({
    is: z.literal('in-answer'),
    path: z.string().min(1).max(500).describe('JSONPath of it in the answer.'),
    as: z
      .enum(['seconds', 'time'])
      .default('seconds')
      .describe('A number of seconds from now, or the time itself, as a date and time or in Unix seconds.'),
  }),
]);

export const grantSchema = z.strictObject({
  request: outgoingRequestSchema.describe('Sent when the app is installed or reconnected.'),
  refresh: outgoingRequestSchema
    .optional()
    .describe('Sent instead once the values have expired; it reads the old ones as {{app.field}}.'),
  mappings: z
    .array(payloadMappingSchema)
    .max(50)
    .default([])
    .describe('The values of the answer that are kept with the install, in app fields.'),
  expires: expirySchema.default({ is: 'never' }),
});

export type Grant = z.infer<typeof grantSchema>;
export type Expiry = Grant['expires'];
