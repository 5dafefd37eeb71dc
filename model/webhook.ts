// A lasting address of an install, for services that need a fixed one.
import { z } from 'zod';
import { jsonSchema, labelSchema, nameSchema } from './name.ts';
import { payloadMappingSchema } from './payload-mapping.ts';

export const webhookSchema = z.strictObject({
  name: nameSchema,
  label: labelSchema,
  sample: jsonSchema.optional().describe('A payload as the other side sends it, to click values in.'),
  mappings: z.array(payloadMappingSchema).max(100).default([]),
  contactPath: z.string().min(1).max(500).describe('JSONPath of what tells the contact in the payload.'),
  flow: nameSchema.describe('The flow that runs for each call.'),
});
