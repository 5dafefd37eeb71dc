// Small shapes that several operations give back.
import { z } from 'zod';

export const complaintView = z.object({
  path: z.array(z.union([z.string(), z.int()])),
  says: z.string(),
  level: z.enum(['problem', 'warning']),
});

export const namedView = z.object({ name: z.string(), label: z.string() });
