// The edits of an app outside of its flows' steps as data: what each of them holds. What they do is in the file of each.
import { z } from 'zod';
import { appParts, appSchema, type AppPart } from '../app.ts';
import { nameSchema } from '../name.ts';

const shape = appSchema.shape;

/**
 * What the Settings section holds; what is left out stays, and null takes away what may be absent. Each default is unwrapped:
 * a setting that is left out must not come back as its default.
 */
export const settingsSchema = z.strictObject({
  name: shape.name.optional(),
  label: shape.label.optional(),
  description: shape.description.unwrap().optional(),
  about: shape.about.unwrap().optional(),
  category: shape.category.unwrap().optional(),
  logo: shape.logo.unwrap().nullable().optional(),
  cover: shape.cover.unwrap().nullable().optional(),
  videoId: shape.videoId.unwrap().nullable().optional(),
  docsUrl: shape.docsUrl.unwrap().nullable().optional(),
  price: shape.price.unwrap().optional(),
  scopes: shape.scopes.unwrap().optional(),
  hosts: shape.hosts.unwrap().optional(),
  subscribe: shape.subscribe.unwrap().nullable().optional(),
  unsubscribe: shape.unsubscribe.unwrap().nullable().optional(),
  receiptsUrl: shape.receiptsUrl.unwrap().nullable().optional(),
});

/** `before`: the entry before which a new one stands; left out, it stands last. */
function put<Part extends AppPart, Value extends z.ZodType>(part: Part, value: Value) {
  return z.strictObject({
    is: z.literal('put-part'),
    part: z.literal(part),
    value,
    before: nameSchema.optional(),
  });
}

export const putPartSchema = z.discriminatedUnion('part', [
  put('fields', shape.fields.unwrap().element),
  put('actions', shape.actions.unwrap().element),
  put('triggers', shape.triggers.unwrap().element),
  put('sources', shape.sources.unwrap().element),
  put('oneTimeUrls', shape.oneTimeUrls.unwrap().element),
  put('webhooks', shape.webhooks.unwrap().element),
  put('schedules', shape.schedules.unwrap().element),
  put('flows', shape.flows.unwrap().element),
  put('tests', shape.tests.unwrap().element),
]);

const part = z.enum(appParts);

export const appChangeSchemas = [
  z.strictObject({ is: z.literal('set-settings'), set: settingsSchema }),
  z.strictObject({ is: z.literal('set-auth'), auth: shape.auth.unwrap() }),
  putPartSchema,
  z.strictObject({ is: z.literal('remove-part'), part, name: nameSchema }),
  z.strictObject({ is: z.literal('rename-part'), part, from: nameSchema, to: nameSchema }),
  z.strictObject({ is: z.literal('replace'), app: appSchema }),
  /** `before`: null moves it to the end. */
  z.strictObject({ is: z.literal('move-part'), part, name: nameSchema, before: nameSchema.nullable() }),
] as const;

const appChangeSchema = z.discriminatedUnion('is', appChangeSchemas);

export type AppChange = z.infer<typeof appChangeSchema>;
