// An input: one thing a form asks for, when an app is installed, an action is filled in, or a visitor meets a web form.
import { z } from 'zod';
import { jsonSchema, labelSchema, nameSchema } from './name.ts';

/** `string` is one line (line breaks are removed), `text` keeps them. */
export const inputTypes = ['string', 'text', 'number', 'checkbox', 'select'] as const;

export const inputSchema = z.strictObject({
  name: nameSchema,
  type: z.enum(inputTypes).describe('string is one line, text keeps line breaks.'),
  title: labelSchema,
  required: z.boolean().default(true),
  default: jsonSchema.optional().describe('Taken where nothing is answered.'),
  saveTo: nameSchema.optional().describe('The app field that gets the answer.'),
  placeholder: z.string().max(200).optional(),
  description: z.string().max(500).optional().describe('One sentence under the control.'),
  maxLength: z.int().min(1).max(65_536).optional(),
  source: nameSchema.optional().describe('The source of the options; only a select has one.'),
  secret: z
    .boolean()
    .optional()
    .describe(
      'Sealed when stored, never shown again, never in a log, an item or an output. For auth inputs.',
    ),
});

export type Input = z.infer<typeof inputSchema>;
