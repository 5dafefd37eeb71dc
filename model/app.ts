// A mini-app as one plain document: what the builder draws, the text file holds, and a version freezes.
import { z } from 'zod';
import { actionSchema } from './action.ts';
import { appFieldSchema } from './app-field.ts';
import { appTestSchema } from './app-test.ts';
import { authSchema } from './auth.ts';
import { appFlowSchema } from './flow.ts';
import { aboutSchema, labelSchema, nameSchema } from './name.ts';
import { oneTimeUrlSchema } from './one-time-url.ts';
import { outgoingRequestSchema } from './outgoing-request.ts';
import { priceSchema } from './price.ts';
import { scheduleSchema } from './schedule.ts';
import { installScopes } from './scope.ts';
import { sourceSchema } from './source.ts';
import { triggerSchema } from './trigger.ts';
import { webhookSchema } from './webhook.ts';

const addressSchema = z.url({
  protocol: /^https?$/,
  error: 'An address that starts with https:// is expected.',
});

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
  schedules: z
    .array(scheduleSchema)
    .max(100)
    .default([])
    .describe('What the app does by itself for each install, at times or by asking for new records.'),
  flows: z.array(appFlowSchema).max(200).default([]),
  tests: z
    .array(appTestSchema)
    .max(200)
    .default([])
    .describe('Tests of actions and flows, run in the builder.'),
});

/** A whole mini-app, with every default filled in. */
export type App = z.infer<typeof appSchema>;
/** A mini-app as an author may write it: what has a default may be left out. */
export type AppInput = z.input<typeof appSchema>;

/** The lists of an app whose entries have a name: what the builder's sections show. */
export const appParts = [
  'fields',
  'actions',
  'triggers',
  'sources',
  'oneTimeUrls',
  'webhooks',
  'schedules',
  'flows',
  'tests',
] as const;
export type AppPart = (typeof appParts)[number];
export type PartOf<Part extends AppPart> = App[Part][number];

export function emptyApp(name: string, label: string): App {
  return appSchema.parse({ format: APP_FORMAT, name, label });
}
