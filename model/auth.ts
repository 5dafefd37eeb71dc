// How an install is connected to its service.
import { z } from 'zod';
import { grantSchema, type Grant } from './grant.ts';
import { inputSchema, type Input } from './input.ts';
import { outgoingRequestSchema } from './outgoing-request.ts';

const inputsSchema = z.array(inputSchema).max(30).default([]);

const testSchema = outgoingRequestSchema
  .optional()
  .describe('Tried when the app is connected: an answer other than 2xx says that it is not.');

const parameterSchema = z.strictObject({
  name: z.string().min(1).max(200),
  value: z.string().max(2000),
});

export const authorizeSchema = z.strictObject({
  url: z.string().min(1).max(2000).describe('Where the installer signs in.'),
  clientId: z
    .string()
    .min(1)
    .max(500)
    .default('{{client.id}}')
    .describe("The app's own client, or one that the installer gives: {{auth.client_id}}."),
  scopes: z.array(z.string().min(1).max(300)).max(100).default([]),
  separator: z.string().min(1).max(3).default(' ').describe('Stands between the scopes.'),
  parameters: z
    .array(parameterSchema)
    .max(30)
    .default([])
    .describe('More of the URL, as a service wants it.'),
  issuer: z
    .string()
    .max(2000)
    .optional()
    .describe('What "iss" in the answer has to be; without it a service that names itself is not compared.'),
});

export const authSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('none') }),
  z.strictObject({
    is: z.literal('inputs'),
    inputs: inputsSchema,
    grant: grantSchema
      .optional()
      .describe('Turns the inputs into other values, such as a token that holds for some hours.'),
    test: testSchema,
  }),
  z.strictObject({
    is: z.literal('oauth2'),
    inputs: inputsSchema.describe('Asked before the installer signs in: the name of a shop, a region …'),
    authorize: authorizeSchema,
    grant: grantSchema.describe(
      'The exchange of {{oauth.code}} for tokens, with {{oauth.redirect_uri}} and {{oauth.code_verifier}}.',
    ),
    test: testSchema,
  }),
]);

export type Auth = z.infer<typeof authSchema>;
export type OAuth2 = Extract<Auth, { is: 'oauth2' }>;

export function authInputs(auth: Auth): readonly Input[] {
  return auth.is === 'none' ? [] : auth.inputs;
}

export function grantOf(auth: Auth): Grant | undefined {
  return auth.is === 'none' ? undefined : auth.grant;
}
