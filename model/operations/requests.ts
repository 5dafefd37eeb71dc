// Requests made while one builds or fills in a form: trying one, and reading the options of a select.
import { z } from 'zod';
import { jsonSchema, nameSchema } from '../name.ts';
import { operation } from '../operation.ts';
import { outgoingRequestSchema } from '../outgoing-request.ts';

const pairView = z.object({ name: z.string(), value: z.string() });
const values = z.record(z.string(), jsonSchema);

/** Where the form with the select stands. */
const formSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('install'), installId: z.uuid() }),
  z.strictObject({ is: z.literal('listing'), appId: z.uuid() }),
  z.strictObject({ is: z.literal('draft'), appId: z.uuid() }),
]);

export const requestOperations = {
  tryRequest: operation({
    method: 'POST',
    path: '/api/requests/try',
    group: 'requests',
    about:
      'Sends a request once, with the values given for its places: to the hosts that the draft of an app declares, or, for a bot, to any public host. Secrets are masked in what is told.',
    who: 'builder',
    scope: 'apps:write',
    input: z.object({
      /** The app whose draft holds the request; left out for a step of a bot's flow. */
      appId: z.uuid().optional(),
      request: outgoingRequestSchema,
      /** By root: `{ auth: { key: '…' }, app: { amount: 12 } }`. Kept nowhere. */
      values: z.record(z.string(), jsonSchema).default({}),
    }),
    output: z.object({
      /** Null where it could not be put together. */
      sent: z
        .object({
          method: z.string(),
          url: z.string(),
          headers: z.array(pairView),
          body: z.string().nullable(),
        })
        .nullable(),
      answer: z
        .object({
          status: z.int(),
          headers: z.array(pairView),
          /** Its beginning, where `isCut`; empty where it is no text. */
          body: z.string(),
          isCut: z.boolean(),
          isBinary: z.boolean(),
          ms: z.int(),
          /** What mappings look at; left out where it is too large to be shown. */
          value: jsonSchema.optional(),
        })
        .nullable(),
      failure: z
        .object({
          says: z.string(),
          /** The host that the app would have to declare first. */
          undeclaredHost: z.string().nullable(),
        })
        .nullable(),
    }),
    problems: ['not-found', 'too-many-requests'],
  }),
  readOptions: operation({
    method: 'POST',
    path: '/api/options',
    group: 'requests',
    about: 'The options of a select: those of a list, or what the service of the app answers just now.',
    who: 'builder',
    scope: 'installs:read',
    input: z.object({
      form: formSchema,
      source: nameSchema,
      /** What the form holds so far; its places read it as `{{input.name}}`. */
      inputs: values.default({}),
      /** For a form that asks for the auth values, which no install has yet. */
      auth: values.default({}),
      search: z.string().max(200).default(''),
      /** The `next` of the page before. */
      after: z.string().max(4000).optional(),
    }),
    output: z.object({
      options: z.array(z.object({ label: z.string(), value: z.string() })),
      next: z.string().nullable(),
      /** The inputs of the form that the options depend on: when one changes, they are read again; while one is empty, there are none. */
      dependsOn: z.array(z.string()),
    }),
    problems: ['not-found', 'outside-failed', 'too-many-requests'],
  }),
};
