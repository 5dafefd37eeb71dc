// What a bot can have an app do: what is asked, which flow runs, what comes back.
import { z } from 'zod';
import { inputSchema } from './input.ts';
import { aboutSchema, labelSchema, nameSchema } from './name.ts';

const outputSchema = z.strictObject({
  name: nameSchema,
  label: labelSchema,
  field: nameSchema.describe('The app field whose value is given back.'),
});

export const actionSchema = z.strictObject({
  name: nameSchema,
  label: labelSchema,
  about: aboutSchema.default(''),
  inputs: z.array(inputSchema).max(50).default([]).describe('What it asks of the bot.'),
  outputs: z.array(outputSchema).max(50).default([]).describe('What it gives back to the bot.'),
  flow: nameSchema.describe('The flow that runs when a bot calls the action.'),
});

export type Action = z.infer<typeof actionSchema>;
