// A mini-app as one plain document: what the builder draws, the text file holds, and a version freezes.
import { z } from 'zod';
import { appFlowSchema } from './flow.ts';
import { inputSchema } from './input.ts';
import { jsonSchema, labelSchema, nameSchema } from './name.ts';
import { outgoingRequestSchema } from './outgoing-request.ts';
import { installScopes } from './scope.ts';
import { valueTypeSchema } from './value-type.ts';

const aboutSchema = z.string().max(4000);
const addressSchema = z.url({ protocol: /^https?$/, error: 'An address that starts with https:// is expected.' });

export const appFieldSchema = z.strictObject({
  name: nameSchema,
  label: labelSchema,
  type: valueTypeSchema,
  folder: z.string().max(60).optional(),
  description: z.string().max(500).optional(),
  default: jsonSchema.optional(),
  /** A secure field is sealed when stored, and can be neither an item nor an output. */
  secure: z.boolean().optional(),
  dataClass: z.enum(['plain', 'personal', 'payment']).optional(),
});

const outputSchema = z.strictObject({ name: nameSchema, label: labelSchema, field: nameSchema });

export const actionSchema = z.strictObject({
  name: nameSchema,
  label: labelSchema,
  about: aboutSchema.default(''),
  inputs: z.array(inputSchema).max(50).default([]),
  outputs: z.array(outputSchema).max(50).default([]),
  /** The app flow that runs when a bot calls the action. */
  flow: nameSchema,
});

export const itemSchema = z.strictObject({
  name: nameSchema,
  label: labelSchema,
  /** The app field whose value is sent; the item has its type. */
  field: nameSchema,
  required: z.boolean().default(true),
  description: z.string().max(500).optional(),
  example: jsonSchema.optional(),
});

export const triggerSchema = z.strictObject({
  name: nameSchema,
  label: labelSchema,
  about: aboutSchema.default(''),
  items: z.array(itemSchema).max(100).default([]),
});

const optionSchema = z.strictObject({ label: z.string().min(1).max(200), value: z.string().max(500) });

export const sourceSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('static'), name: nameSchema, label: labelSchema, options: z.array(optionSchema).max(1000) }),
  z.strictObject({
    is: z.literal('dynamic'),
    name: nameSchema,
    label: labelSchema,
    request: outgoingRequestSchema,
    /** JSONPath of the list in the answer, then of label and value inside one entry. */
    list: z.string().min(1),
    labelPath: z.string().min(1),
    valuePath: z.string().min(1),
  }),
]);

/** A value found in a payload by JSONPath goes into an app field, or the fallback does where nothing is found. */
export const payloadMappingSchema = z.strictObject({ path: z.string().min(1).max(500), field: nameSchema, fallback: jsonSchema.optional() });

export const oneTimeUrlSchema = z.strictObject({
  name: nameSchema,
  label: labelSchema,
  expiresMinutes: z.number().min(1).max(43_200).default(10),
  methods: z.array(z.enum(['GET', 'POST'])).min(1).default(['GET', 'POST']),
  /** A payload as the other side sends it, to click values in. */
  sample: jsonSchema.optional(),
  mappings: z.array(payloadMappingSchema).max(100).default([]),
  form: z.strictObject({ title: labelSchema, inputs: z.array(inputSchema).min(1).max(50) }).optional(),
  /** What a visitor sees when all is done. */
  page: z.strictObject({ title: labelSchema, text: z.string().max(2000).default('') }).optional(),
  flow: nameSchema,
});

export const webhookSchema = z.strictObject({
  name: nameSchema,
  label: labelSchema,
  sample: jsonSchema.optional(),
  mappings: z.array(payloadMappingSchema).max(100).default([]),
  /** JSONPath of what tells the contact in the payload. */
  contactPath: z.string().min(1).max(500),
  flow: nameSchema,
});

export const authSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('none') }),
  z.strictObject({
    is: z.literal('inputs'),
    inputs: z.array(inputSchema).max(30).default([]),
    /** Tried when the app is installed: an answer other than 2xx says the inputs are wrong. */
    test: outgoingRequestSchema.optional(),
  }),
]);

export const priceSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('free') }),
  z.strictObject({ is: z.enum(['once', 'monthly']), amount: z.int().min(1), currency: z.string().regex(/^[A-Z]{3}$/) }),
]);

export const appCategories = ['payments', 'booking', 'shipping', 'shop', 'marketing', 'support', 'data', 'other'] as const;

export const APP_FORMAT = 'bellwire.app/1';

export const appSchema = z.strictObject({
  format: z.literal(APP_FORMAT),
  name: nameSchema,
  label: labelSchema,
  description: z.string().max(200).default(''),
  about: aboutSchema.default(''),
  category: z.enum(appCategories).default('other'),
  logo: addressSchema.or(z.string().regex(/^data:image\/(png|svg\+xml|webp|jpeg);base64,/)).optional(),
  cover: addressSchema.optional(),
  videoId: z.string().max(20).optional(),
  docsUrl: addressSchema.optional(),
  price: priceSchema.default({ is: 'free' }),
  scopes: z.array(z.strictObject({ scope: z.enum(installScopes), reason: z.string().min(1).max(300) })).default([]),
  /** The hosts the app may call: `api.example.com`, or `*.example.com`. A port other than the scheme's own is named. */
  hosts: z.array(z.string().regex(/^(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/i, 'A host name such as api.example.com is expected.')).max(50).default([]),
  subscribe: outgoingRequestSchema.optional(),
  unsubscribe: outgoingRequestSchema.optional(),
  auth: authSchema.default({ is: 'none' }),
  fields: z.array(appFieldSchema).max(500).default([]),
  actions: z.array(actionSchema).max(100).default([]),
  triggers: z.array(triggerSchema).max(100).default([]),
  sources: z.array(sourceSchema).max(100).default([]),
  oneTimeUrls: z.array(oneTimeUrlSchema).max(100).default([]),
  webhooks: z.array(webhookSchema).max(100).default([]),
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
export type Source = z.infer<typeof sourceSchema>;

/** The lists of an app whose entries have a name: what the builder's sections show. */
export const appParts = ['fields', 'actions', 'triggers', 'sources', 'oneTimeUrls', 'webhooks', 'flows'] as const;
export type AppPart = (typeof appParts)[number];
export type PartOf<Part extends AppPart> = App[Part][number];

export function emptyApp(name: string, label: string): App {
  return appSchema.parse({ format: APP_FORMAT, name, label });
}
