// A lasting address for services that need a fixed one: of an install, by its app, or of a bot, by its owner.
import { z } from 'zod';
import { jsonSchema, labelSchema, nameSchema } from './name.ts';
import { payloadMappingSchema } from './payload-mapping.ts';
import { webhookSignatureSchema } from './webhook-signature.ts';

const path = z.string().min(1).max(500);

const contactSchema = z
  .strictObject({
    ns: path.optional().describe("JSONPath of the contact's public id."),
    customerId: path.optional().describe("JSONPath of the service's own id of its customer."),
    channelUserId: path.optional().describe('JSONPath of the id in a channel.'),
    email: path.optional(),
    phone: path.optional(),
  })
  .refine((paths) => Object.keys(paths).length > 0, 'At least one path is expected here.');

const challengeSchema = z.discriminatedUnion('is', [
  z
    .strictObject({
      is: z.literal('query'),
      name: z.string().min(1).max(100).default('hub.challenge'),
      tokenName: z
        .string()
        .max(100)
        .optional()
        .describe('The name in the query whose value has to be the secret, such as hub.verify_token.'),
    })
    .describe('A GET with this in its query is answered with its value.'),
  z
    .strictObject({ is: z.literal('body'), path: path.default('$.body.challenge') })
    .describe('A call with a text at this path is answered with it.'),
]);

const doublesSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('header'), name: z.string().min(1).max(100) }),
  z.strictObject({ is: z.literal('path'), path }),
  z
    .strictObject({ is: z.literal('body'), minutes: z.int().min(1).max(43_200).default(60) })
    .describe('Two calls with the same body within this time are one.'),
]);

/**
 * What a webhook says of the calls it takes, whoever it belongs to. Paths lead into `{ method, headers, query, body }`:
 * `$.body.id`, `$.headers['x-topic']`.
 */
const receivingShape = {
  methods: z
    .array(z.enum(['POST', 'PUT', 'GET']))
    .min(1)
    .default(['POST']),
  signature: webhookSignatureSchema.default({ is: 'none' }).describe('How a call proves who sent it.'),
  challenge: challengeSchema.optional().describe('How the service tests the address before it uses it.'),
  doubles: doublesSchema
    .optional()
    .describe('By what a call that comes again is known. Standard Webhooks brings its own id.'),
  contact: contactSchema
    .optional()
    .describe('Where the call names the contact. Without it, the flow runs for no contact.'),
  answer: z
    .strictObject({ status: z.int().min(200).max(299).default(200), text: z.string().max(2000).default('') })
    .optional()
    .describe('What a call that was taken is answered; 200 with nothing where nothing is said.'),
  sample: jsonSchema.optional().describe('A call as the other side sends it, to click values in.'),
  mappings: z.array(payloadMappingSchema).max(100).default([]),
};

export const webhookSchema = z.strictObject({
  name: nameSchema,
  label: labelSchema,
  ...receivingShape,
  flow: nameSchema.describe('The flow that runs for each call.'),
});

export type Webhook = z.infer<typeof webhookSchema>;

export const receivingSchema = z.strictObject(receivingShape);
/** What a webhook says of the calls it takes. */
export type Receiving = z.infer<typeof receivingSchema>;
