// Where the options of a select come from: written down, or asked of the service.
import { z } from 'zod';
import { labelSchema, nameSchema } from './name.ts';
import { outgoingRequestSchema } from './outgoing-request.ts';

const optionSchema = z.strictObject({ label: z.string().min(1).max(200), value: z.string().max(500) });

const pathSchema = z.string().min(1).max(500);

/** How the rest of a long list is asked for; the request reads `{{page.cursor}}`, `{{page.number}}` or `{{page.offset}}`. */
const pagingSchema = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('cursor'),
    next: pathSchema.describe('JSONPath of the next cursor in the answer; nothing there ends the list.'),
  }),
  z.strictObject({
    is: z.literal('page'),
    first: z.int().min(0).max(1).default(1).describe('The number of the first page.'),
    size: z
      .int()
      .min(1)
      .max(1000)
      .default(50)
      .describe('Read as {{page.size}}; a shorter page ends the list.'),
  }),
  z.strictObject({ is: z.literal('offset'), size: z.int().min(1).max(1000).default(50) }),
]);

export const sourceSchema = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('static'),
    name: nameSchema,
    label: labelSchema,
    options: z.array(optionSchema).max(1000),
  }),
  z.strictObject({
    is: z.literal('dynamic'),
    name: nameSchema,
    label: labelSchema,
    request: outgoingRequestSchema.describe(
      'Reads {{input.name}} of the form it stands in, {{search}}, {{page.…}} and {{auth.…}}. An empty parameter is not sent.',
    ),
    list: pathSchema.describe('JSONPath of the list in the answer.'),
    labelPath: pathSchema.describe('JSONPath of the label inside one entry of the list.'),
    valuePath: pathSchema.describe('JSONPath of the value inside one entry of the list.'),
    paging: pagingSchema.optional(),
    cacheSeconds: z.int().min(0).max(3600).default(0).describe('How long an answer may be used again.'),
  }),
]);

export type Source = z.infer<typeof sourceSchema>;
export type StaticSource = Extract<Source, { is: 'static' }>;
export type DynamicSource = Extract<Source, { is: 'dynamic' }>;
export type Option = z.infer<typeof optionSchema>;
