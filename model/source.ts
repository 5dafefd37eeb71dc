// Where the options of a select come from: written down, or asked of the service.
import { z } from 'zod';
import { labelSchema, nameSchema } from './name.ts';
import { outgoingRequestSchema } from './outgoing-request.ts';

const optionSchema = z.strictObject({ label: z.string().min(1).max(200), value: z.string().max(500) });

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
    request: outgoingRequestSchema,
    list: z.string().min(1).describe('JSONPath of the list in the answer.'),
    labelPath: z.string().min(1).describe('JSONPath of the label inside one entry of the list.'),
    valuePath: z.string().min(1).describe('JSONPath of the value inside one entry of the list.'),
  }),
]);
