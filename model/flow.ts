// A flow: a graph of steps with named exits, the same shape in apps and in bots, drawn and stored as plain data.
import { z } from 'zod';
import { idSchema, jsonSchema, labelSchema, nameSchema } from './name.ts';

export const flowStepSchema = z.strictObject({
  id: idSchema,
  type: z.string().min(1).max(60).describe('Which kind of step it is.'),
  label: labelSchema.optional().describe("What it is called on the canvas, in place of its type's label."),
  settings: z.record(z.string(), jsonSchema),
  exits: z
    .record(z.string(), idSchema)
    .describe(
      'The id of the step that each exit leads to. An exit that is not here ends the flow, or returns to its caller.',
    ),
  at: z
    .strictObject({ x: z.number(), y: z.number() })
    .optional()
    .describe('Where the card stands on the canvas.'),
});

export const MOST_STEPS_IN_FLOW = 2000;

/** `flow` may talk; `workflow` works in the background; `function` is called by other flows and gives back outputs. */
export const flowKinds = ['flow', 'workflow', 'function'] as const;
export type FlowKind = (typeof flowKinds)[number];

export const flowGraphSchema = z.strictObject({
  start: idSchema.nullable().describe('The id of the step at which the flow starts.'),
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
