// An address that brings data back into one run, once.
import { z } from 'zod';
import { inputSchema } from './input.ts';
import { jsonSchema, labelSchema, nameSchema } from './name.ts';
import { payloadMappingSchema } from './payload-mapping.ts';

export const oneTimeUrlSchema = z.strictObject({
  name: nameSchema,
  label: labelSchema,
  expiresMinutes: z
    .number()
    .min(1)
    .max(43_200)
    .default(10)
    .describe('How long it can be called, in minutes.'),
  methods: z
    .array(z.enum(['GET', 'POST']))
    .min(1)
    .default(['GET', 'POST']),
  sample: jsonSchema.optional().describe('A payload as the other side sends it, to click values in.'),
  mappings: z.array(payloadMappingSchema).max(100).default([]),
  form: z
    .strictObject({ title: labelSchema, inputs: z.array(inputSchema).min(1).max(50) })
    .optional()
    .describe('Asks the visitor for more.'),
  page: z
    .strictObject({ title: labelSchema, text: z.string().max(2000).default('') })
    .optional()
    .describe('What a visitor sees when all is done.'),
  flow: nameSchema.describe('The flow that goes on with what came in.'),
});

export type OneTimeUrl = z.infer<typeof oneTimeUrlSchema>;
