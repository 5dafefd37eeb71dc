// A mini-app as one plain document: what the builder draws, the text file holds, and a version freezes.
import { z } from 'zod';
import { entitySchema } from './entity.ts';
import { appFlowSchema } from './flow.ts';
import { inputSchema } from './input.ts';
import { jsonSchema, labelSchema, nameSchema } from './name.ts';
import { outgoingRequestSchema } from './outgoing-request.ts';
import { installScopes } from './scope.ts';
import { valueTypeSchema } from './value-type.ts';

const aboutSchema = z.string().max(4000);
const addressSchema = z.url({
  protocol: /^https?$/,
  error: 'An address that starts with https:// is expected.',
});

export const appFieldSchema = z.strictObject({
  name: nameSchema.describe('What templates read it by: {{app.name}}.'),
  label: labelSchema,
  type: valueTypeSchema,
  folder: z.string().max(60).optional().describe('The folder in which the builder shows it.'),
  description: z.string().max(500).optional(),
  default: jsonSchema.optional().describe('Its value at the start of a run.'),
  secure: z.boolean().optional().describe('Sealed when stored; can be neither an item nor an output.'),
  dataClass: z
    .enum(['plain', 'personal', 'payment'])
    .optional()
    .describe('What kind of data it holds, for retention and consent.'),
});

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

export const itemSchema = z.strictObject({
  name: nameSchema,
  label: labelSchema,
  field: nameSchema.describe('The app field whose value is sent; the item has its type.'),
  required: z.boolean().default(true).describe('Whether each event must have it.'),
  description: z.string().max(500).optional(),
  example: jsonSchema.optional().describe('A value as events have it, for test events and docs.'),
});

export const triggerSchema = z.strictObject({
  name: nameSchema,
  label: labelSchema,
  about: aboutSchema.default(''),
  items: z.array(itemSchema).max(100).default([]).describe('The data that each event carries.'),
  entity: entitySchema
    .optional()
    .describe('What this trigger and others tell of in turn, and in which order.'),
});

const optionSchema = z.strictObject({ label: z.string().min(1).max(200), value: z.string().max(500) });

const sourceSchema = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('static'),
    name: nameSchema,
    label: labelSchema,
    options: z.array(optionSchema).max(1000),
  }),
  z.strictObject({
    is: z.literal('dynamic'),
    name: nameSchema,
    label: labelSchema,
    request: outgoingRequestSchema,
    list: z.string().min(1).describe('JSONPath of the list in the answer.'),
    labelPath: z.string().min(1).describe('JSONPath of the label inside one entry of the list.'),
    valuePath: z.string().min(1).describe('JSONPath of the value inside one entry of the list.'),
  }),
]);

/** A value found in a payload by JSONPath goes into an app field, or the fallback does where nothing is found. */
export const payloadMappingSchema = z.strictObject({
  path: z.string().min(1).max(500).describe('JSONPath of the value in the payload.'),
  field: nameSchema.describe('The app field that gets it.'),
  fallback: jsonSchema.optional().describe('Taken where nothing is found.'),
});

export const oneTimeUrlSchema = z.strictObject({
  name: nameSchema,
  label: labelSchema,
  expiresMinutes: z
    .number()
    .min(1)
    .max(43_200)
    .default(10)
    .describe('How long it can be called, in minutes.'),
  methods: z
    .array(z.enum(['GET', 'POST']))
    .min(1)
    .default(['GET', 'POST']),
  sample: jsonSchema.optional().describe('A payload as the other side sends it, to click values in.'),
  mappings: z.array(payloadMappingSchema).max(100).default([]),
  form: z
    .strictObject({ title: labelSchema, inputs: z.array(inputSchema).min(1).max(50) })
    .optional()
    .describe('Asks the visitor for more.'),
  page: z
    .strictObject({ title: labelSchema, text: z.string().max(2000).default('') })
    .optional()
    .describe('What a visitor sees when all is done.'),
  flow: nameSchema.describe('The flow that goes on with what came in.'),
});

const webhookSchema = z.strictObject({
  name: nameSchema,
  label: labelSchema,
  sample: jsonSchema.optional().describe('A payload as the other side sends it, to click values in.'),
  mappings: z.array(payloadMappingSchema).max(100).default([]),
  contactPath: z.string().min(1).max(500).describe('JSONPath of what tells the contact in the payload.'),
  flow: nameSchema.describe('The flow that runs for each call.'),
});

export const authSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('none') }),
  z.strictObject({
    is: z.literal('inputs'),
    inputs: z.array(inputSchema).max(30).default([]),
    test: outgoingRequestSchema
      .optional()
      .describe('Tried when the app is installed: an answer other than 2xx says the inputs are wrong.'),
  }),
]);

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

export const appCategories = [
  'payments',
  'booking',
  'shipping',
  'shop',
  'marketing',
  'support',
  'data',
  'other',
] as const;

export const APP_FORMAT = 'bellwire.app/1';

export const appSchema = z.strictObject({
  format: z.literal(APP_FORMAT).describe('The form of this document.'),
  name: nameSchema.describe('What the API and other definitions call the app by.'),
  label: labelSchema.describe('What people call the app by.'),
  description: z.string().max(200).default('').describe('One line for the store.'),
  about: aboutSchema.default('').describe('What the app does, for its page in the store.'),
  category: z.enum(appCategories).default('other'),
  logo: addressSchema
    .or(z.string().regex(/^data:image\/(png|svg\+xml|webp|jpeg);base64,/))
    .optional()
    .describe('The address of a picture, or the picture itself as a data: address.'),
  cover: addressSchema.optional().describe('The address of a wide picture.'),
  videoId: z.string().max(20).optional().describe('The id of a video on YouTube.'),
  docsUrl: addressSchema.optional().describe('Where the documentation is.'),
  price: priceSchema.default({ is: 'free' }),
  scopes: z
    .array(z.strictObject({ scope: z.enum(installScopes), reason: z.string().min(1).max(300) }))
    .default([])
    .describe(
      'What the app may do in the workspace it is installed in, each with the reason an installer reads.',
    ),
  hosts: z
    .array(
      z
        .string()
        .regex(/^(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/i, 'A host name such as api.example.com is expected.'),
    )
    .max(50)
    .default([])
    .describe(
      "The hosts the app may call: api.example.com, or *.example.com. A port other than the scheme's own is named.",
    ),
  subscribe: outgoingRequestSchema.optional().describe('Sent when the app is installed.'),
  unsubscribe: outgoingRequestSchema.optional().describe('Sent when the app is uninstalled.'),
  receiptsUrl: addressSchema
    .optional()
    .describe(
      'Where receipts are sent: what became of each event, where the owner of the install allows it.',
    ),
  auth: authSchema.default({ is: 'none' }).describe('How an install is connected to the service.'),
  fields: z.array(appFieldSchema).max(500).default([]).describe('The variables of the app.'),
  actions: z.array(actionSchema).max(100).default([]).describe('What a bot can have the app do.'),
  triggers: z.array(triggerSchema).max(100).default([]).describe('The events that the app can fire.'),
  sources: z.array(sourceSchema).max(100).default([]).describe('Options for inputs of type select.'),
  oneTimeUrls: z
    .array(oneTimeUrlSchema)
    .max(100)
    .default([])
    .describe('Addresses that bring data back into one run, once.'),
  webhooks: z
    .array(webhookSchema)
    .max(100)
    .default([])
    .describe('Lasting addresses of an install, for services that need a fixed one.'),
  flows: z.array(appFlowSchema).max(200).default([]),
});

/** A whole mini-app, with every default filled in. */
export type App = z.infer<typeof appSchema>;
/** A mini-app as an author may write it: what has a default may be left out. */
export type AppInput = z.input<typeof appSchema>;
export type AppField = z.infer<typeof appFieldSchema>;
export type Action = z.infer<typeof actionSchema>;
export type Trigger = z.infer<typeof triggerSchema>;
export type TriggerItem = z.infer<typeof itemSchema>;
export type OneTimeUrl = z.infer<typeof oneTimeUrlSchema>;
export type PayloadMapping = z.infer<typeof payloadMappingSchema>;
export type Auth = z.infer<typeof authSchema>;

/** The lists of an app whose entries have a name: what the builder's sections show. */
export const appParts = [
  'fields',
  'actions',
  'triggers',
  'sources',
  'oneTimeUrls',
  'webhooks',
  'flows',
] as const;
export type AppPart = (typeof appParts)[number];
export type PartOf<Part extends AppPart> = App[Part][number];

export function emptyApp(name: string, label: string): App {
  return appSchema.parse({ format: APP_FORMAT, name, label });
}
