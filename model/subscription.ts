// A subscription: the bot side of a trigger.
import { z } from 'zod';
import { jsonSchema, nameSchema } from './name.ts';

/** An item's value goes into a user field; the fallback does where the item is empty. */
export const itemMappingSchema = z.strictObject({
  item: nameSchema,
  field: nameSchema,
  fallback: jsonSchema.optional(),
});

export type ItemMapping = z.infer<typeof itemMappingSchema>;
