// A condition as plain data: clauses that must all hold, or of which any one must.
import { z } from 'zod';
import { jsonSchema } from './name.ts';

export const conditionSchema = z.strictObject({
  match: z.enum(['all', 'any']),
  clauses: z
    .array(
      z.strictObject({
        /** A path such as `user.status` or `trigger.amount`. */
        field: z.string().min(1, 'Choose what is compared.').max(200),
        operator: z.string().min(1).max(60),
        /** Absent for operators that need none; text may hold `{{places}}`. */
        value: jsonSchema.optional(),
      }),
    )
    .max(50),
});

export type Condition = z.infer<typeof conditionSchema>;
export type Clause = Condition['clauses'][number];
