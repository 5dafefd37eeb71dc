// How a call at a webhook proves who sent it, declared as data, so that nothing of an app runs for a call that does not.
import { z } from 'zod';
import { nameSchema } from './name.ts';

const headerName = z
  .string()
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/, 'The name of a header is expected, such as x-signature.');

const secretInput = nameSchema
  .optional()
  .describe(
    'The secret auth input that holds the secret. Without one, the owner of the install enters it beside the address.',
  );

const toleranceSeconds = z
  .int()
  .min(1)
  .max(86_400)
  .default(300)
  .describe('How far the time that was signed may be from now.');

/** What a signature can be made of; `{form}` is Twilio's: each name and value of the form, sorted by name. */
export const signedParts = ['body', 'timestamp', 'url', 'form', 'method'] as const;
export type SignedPart = (typeof signedParts)[number];

const hmacSchema = z.strictObject({
  is: z.literal('hmac'),
  header: headerName.describe('The header that carries the signature.'),
  algorithm: z.enum(['sha1', 'sha256', 'sha512']).default('sha256'),
  encoding: z.enum(['hex', 'base64']).default('hex'),
  prefix: z
    .string()
    .max(20)
    .default('')
    .describe(
      'What stands before the signature: sha256=, or v1= where the header is a list such as t=1700000000,v1=…',
    ),
  signs: z
    .string()
    .max(200)
    .refine((text) => /\{(body|form)\}/.test(text), 'What is signed has {body} or {form} in it.')
    .refine(
      (text) => placesIn(text).every((place) => signedParts.some((part) => part === place)),
      `What is signed has only these places: ${signedParts.map((part) => `{${part}}`).join(', ')}.`,
    )
    .default('{body}')
    .describe('The text that is signed: {body}, {timestamp}.{body}, v0:{timestamp}:{body}, {url}{form} …'),
  timestamp: z
    .strictObject({
      header: headerName.optional().describe('Without one, the header of the signature.'),
      prefix: z.string().max(20).default('').describe('What stands before it: t='),
    })
    .optional()
    .describe('Where the time stands that is signed along, in seconds or milliseconds since 1970.'),
  toleranceSeconds,
  secretInput,
});

export const webhookSignatureSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('none') }),
  z.strictObject({
    is: z.literal('secret'),
    in: z.enum(['header', 'query']),
    name: headerName.describe('The header, or the name in the query, that carries the secret.'),
    prefix: z.string().max(20).default('').describe('What stands before it, such as "Bearer ".'),
    secretInput,
  }),
  hmacSchema,
  z.strictObject({ is: z.literal('standard'), toleranceSeconds, secretInput }),
]);

export type WebhookSignature = z.infer<typeof webhookSignatureSchema>;
export type HmacSignature = z.infer<typeof hmacSchema>;

/** @example placesIn('{timestamp}.{body}') // ['timestamp', 'body'] */
export function placesIn(signs: string): string[] {
  return [...signs.matchAll(/\{(\w+)\}/g)].map(([, place = '']) => place);
}
