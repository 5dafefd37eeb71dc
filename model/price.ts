// What an app costs.
import { z } from 'zod';

export const priceSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('free') }),
  z.strictObject({
    is: z.enum(['once', 'monthly']),
    amount: z.int().min(1).describe('In the minor unit of the currency: 1999 is 19.99 in EUR.'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .describe('A code of ISO 4217, such as EUR.'),
  }),
]);
