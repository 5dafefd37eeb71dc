// The edits of a flow as data: what each of them holds. What they do is in the file of each.
import { z } from 'zod';
import { flowGraphSchema, flowStepSchema } from '../flow.ts';
import { idSchema, labelSchema, nameSchema } from '../name.ts';

/** Which of an app's flows is meant; left out where the flow is a bot's. */
const inFlow = { flow: nameSchema.optional() };
const exitSchema = z.string().min(1).max(120);

export const flowChangeSchemas = [
  /** `before`: the step of the list before which it stands; left out, it stands last. The first step of a flow starts it. */
  z.strictObject({ is: z.literal('add-step'), ...inFlow, step: flowStepSchema, before: idSchema.optional() }),
  z.strictObject({ is: z.literal('remove-step'), ...inFlow, id: idSchema }),
  z.strictObject({ is: z.literal('connect'), ...inFlow, from: idSchema, exit: exitSchema, to: idSchema }),
  z.strictObject({ is: z.literal('disconnect'), ...inFlow, from: idSchema, exit: exitSchema }),
  /** `at`: null gives the place back to the automatic layout. */
  z.strictObject({
    is: z.literal('move-step'),
    ...inFlow,
    id: idSchema,
    at: flowStepSchema.shape.at.unwrap().nullable(),
  }),
  /** What is left out stays. `settings` replace all settings of the step; `label` null takes the label away. */
  z.strictObject({
    is: z.literal('set-step'),
    ...inFlow,
    id: idSchema,
    type: flowStepSchema.shape.type.optional(),
    settings: flowStepSchema.shape.settings.optional(),
    label: labelSchema.nullable().optional(),
  }),
  z.strictObject({ is: z.literal('replace-steps'), ...inFlow, ...flowGraphSchema.shape }),
  z.strictObject({ is: z.literal('set-start'), ...inFlow, id: idSchema.nullable() }),
] as const;

export const flowChangeSchema = z.discriminatedUnion('is', flowChangeSchemas);

export type FlowChange = z.infer<typeof flowChangeSchema>;
