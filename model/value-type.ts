// The types a field's value can have: of app fields, user fields and bot fields alike.
import { z } from 'zod';

export const valueTypes = ['text', 'number', 'boolean', 'date', 'datetime', 'json'] as const;

export const valueTypeSchema = z.enum(valueTypes);

export type ValueType = z.infer<typeof valueTypeSchema>;
