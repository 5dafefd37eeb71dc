// Where a value of a payload goes.
import { z } from 'zod';
import { jsonSchema, nameSchema } from './name.ts';

/** A value found in a payload by JSONPath goes into an app field, or the fallback does where nothing is found. */
export const payloadMappingSchema = z.strictObject({
  path: z.string().min(1).max(500).describe('JSONPath of the value in the payload.'),
  field: nameSchema.describe('The app field that gets it.'),
  fallback: jsonSchema.optional().describe('Taken where nothing is found.'),
});

export type PayloadMapping = z.infer<typeof payloadMappingSchema>;
