// An event that an app can fire, and the data it carries.
import { z } from 'zod';
import { entitySchema } from './entity.ts';
import { aboutSchema, jsonSchema, labelSchema, nameSchema } from './name.ts';

export const itemSchema = z.strictObject({
  name: nameSchema,
  label: labelSchema,
  field: nameSchema.describe('The app field whose value is sent; the item has its type.'),
  required: z.boolean().default(true).describe('Whether each event must have it.'),
  description: z.string().max(500).optional(),
  example: jsonSchema.optional().describe('A value as events have it, for test events and docs.'),
});

export const triggerSchema = z.strictObject({
  name: nameSchema,
  label: labelSchema,
  about: aboutSchema.default(''),
  items: z.array(itemSchema).max(100).default([]).describe('The data that each event carries.'),
  entity: entitySchema
    .optional()
    .describe('What this trigger and others tell of in turn, and in which order.'),
});

export type Trigger = z.infer<typeof triggerSchema>;
export type TriggerItem = z.infer<typeof itemSchema>;
