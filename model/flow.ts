// A flow: a graph of steps with named exits, the same shape in apps and in bots, drawn and stored as plain data.
import { z } from 'zod';
import { idSchema, jsonSchema, labelSchema, nameSchema } from './name.ts';

export const flowStepSchema = z.strictObject({
  id: idSchema,
  type: z.string().min(1).max(60),
  label: labelSchema.optional(),
  settings: z.record(z.string(), jsonSchema),
  /** Exit name → id of the step it leads to. An exit that is not here ends the flow (or returns to its caller). */
  exits: z.record(z.string(), idSchema),
  /** Where the card stands on the canvas. */
  at: z.strictObject({ x: z.number(), y: z.number() }).optional(),
});

export const MOST_STEPS_IN_FLOW = 2000;

/** `flow` may talk; `workflow` works in the background; `function` is called by other flows and gives back outputs. */
export const flowKinds = ['flow', 'workflow', 'function'] as const;

export const flowGraphSchema = z.strictObject({
  start: idSchema.nullable(),
  steps: z.array(flowStepSchema).max(MOST_STEPS_IN_FLOW),
});

export const appFlowSchema = z.strictObject({
  name: nameSchema,
  label: labelSchema,
  kind: z.enum(flowKinds).default('flow'),
  ...flowGraphSchema.shape,
});

export type FlowStep = z.infer<typeof flowStepSchema>;
export type FlowGraph = z.infer<typeof flowGraphSchema>;
export type AppFlow = z.infer<typeof appFlowSchema>;

export const emptyFlow: FlowGraph = { start: null, steps: [] };
