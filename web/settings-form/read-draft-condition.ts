// Reads a condition that may be half done: what cannot be read of it begins anew, the rest stays.
import { z } from 'zod';
import type { Condition } from '@bellwire/model/condition.ts';
import type { Json } from '@bellwire/model/json.ts';
import { jsonSchema } from '@bellwire/model/name.ts';

export function readDraftCondition(value: Json | undefined): Condition {
  return draftSchema.parse(value);
}

const draftSchema = z
  .object({
    match: z.enum(['all', 'any']).catch('all'),
    clauses: z
      .array(
        z.object({
          field: z.string().catch(''),
          operator: z.string().catch('is'),
          value: jsonSchema.optional(),
        }),
      )
      .catch([]),
  })
  .catch({ match: 'all', clauses: [] });
