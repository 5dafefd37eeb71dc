// A variable of an app, read and written by its flows.
import { z } from 'zod';
import { jsonSchema, labelSchema, nameSchema } from './name.ts';
import { valueTypeSchema } from './value-type.ts';

export const appFieldSchema = z.strictObject({
  name: nameSchema.describe('What templates read it by: {{app.name}}.'),
  label: labelSchema,
  type: valueTypeSchema,
  folder: z.string().max(60).optional().describe('The folder in which the builder shows it.'),
  description: z.string().max(500).optional(),
  default: jsonSchema.optional().describe('Its value at the start of a run.'),
  secure: z.boolean().optional().describe('Sealed when stored; can be neither an item nor an output.'),
  dataClass: z
    .enum(['plain', 'personal', 'payment'])
    .optional()
    .describe('What kind of data it holds, for retention and consent.'),
});

export type AppField = z.infer<typeof appFieldSchema>;
