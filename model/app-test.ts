// A saved test of an app: an action or a flow is played with these values and these answers, and has to end like this.
import { z } from 'zod';
import { idSchema, jsonSchema, labelSchema, nameSchema } from './name.ts';

const fieldValue = z.strictObject({ field: nameSchema, value: jsonSchema });

const answerSchema = z.strictObject({
  step: idSchema.describe('The step whose request is answered; its second request gets the second answer.'),
  status: z.int().min(0).max(599).describe('The status of the answer; 0 for none at all.'),
  body: jsonSchema.default(null),
});

export const appTestSchema = z.strictObject({
  name: nameSchema,
  label: labelSchema,
  action: nameSchema.optional().describe('The action that is run. Name an action or a flow.'),
  flow: nameSchema.optional().describe('The flow that is run.'),
  inputs: z
    .array(z.strictObject({ input: nameSchema, value: jsonSchema }))
    .max(50)
    .default([])
    .describe('What the action is given.'),
  fields: z.array(fieldValue).max(200).default([]).describe('The app fields when the flow begins.'),
  answers: z.array(answerSchema).max(100).default([]).describe('Made-up answers to the requests on the way.'),
  expect: z
    .strictObject({
      ends: z.enum(['well', 'failed']).default('well'),
      fires: z
        .array(
          z.strictObject({
            trigger: nameSchema,
            items: z
              .array(z.strictObject({ item: nameSchema, value: jsonSchema }))
              .max(100)
              .default([]),
          }),
        )
        .max(20)
        .default([])
        .describe('The events it fires, in order. Only the items named are compared.'),
      outputs: z
        .array(z.strictObject({ output: nameSchema, value: jsonSchema }))
        .max(50)
        .default([])
        .describe('What the action gives back. Only those named are compared.'),
      fields: z
        .array(fieldValue)
        .max(200)
        .default([])
        .describe('The app fields when a flow that is tested has ended.'),
    })
    .default({ ends: 'well', fires: [], outputs: [], fields: [] }),
});

export type AppTest = z.infer<typeof appTestSchema>;
