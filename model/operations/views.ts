// Small shapes that several operations give back.
import { z } from 'zod';
import { jsonSchema } from '../name.ts';
import { problemCodes } from '../problem.ts';

export const complaintView = z.object({
  path: z.array(z.union([z.string(), z.int()])),
  says: z.string(),
  level: z.enum(['problem', 'warning']),
});

/** The body of every answer that is not a success. */
export const problemView = z.object({
  error: z.object({
    code: z.enum(problemCodes),
    says: z.string(),
    help: z.string(),
    complaints: z.array(complaintView),
    facts: z.record(z.string(), jsonSchema),
    /** Names the lines in the server's log; only where the fault is ours. */
    reference: z.string().optional(),
  }),
});
