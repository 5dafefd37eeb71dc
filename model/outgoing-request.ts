// A request to another system as an app declares it: of a step, a connection test, subscribe, a source's options, a poller.
import { z } from 'zod';

export const requestMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const;

/** How a request says who it is from; each reads the fields named after it. */
export const requestAuths = ['none', 'bearer', 'basic', 'key'] as const;

/** What a request carries, and how it is written. */
export const requestBodies = ['none', 'json', 'form', 'multipart', 'raw'] as const;

/** How the text of an answer becomes a value. */
export const answerForms = ['auto', 'text', 'csv', 'form'] as const;

const longText = z.string().max(100_000);
const shortText = z.string().max(8000);
const pairSchema = z.strictObject({ name: z.string().min(1).max(200), value: shortText.default('') });
const partSchema = pairSchema.extend({
  fileName: z.string().max(200).optional(),
  contentType: z.string().max(200).optional(),
});

/**
 * Flat, with the very names that the settings of the step "External request" have: one form edits it, one function
 * fills it, wherever it stands. What belongs to another choice of `auth` or `body` is kept, and not sent.
 */
export const outgoingRequestSchema = z.strictObject({
  method: z.enum(requestMethods).default('GET'),
  url: z.string().min(1).max(4000).describe('Places such as {{auth.token}} are filled when it is sent.'),
  query: z.array(pairSchema).max(50).default([]),
  headers: z.array(pairSchema).max(50).default([]),
  auth: z.enum(requestAuths).default('none'),
  token: shortText.optional().describe('For bearer.'),
  user: shortText.optional().describe('For basic.'),
  password: shortText.optional().describe('For basic.'),
  keyIn: z.enum(['header', 'query']).optional().describe('For key: where it is sent.'),
  keyName: z.string().max(200).optional().describe('For key: the name of the header or parameter.'),
  key: shortText.optional().describe('For key.'),
  body: z.enum(requestBodies).default('none'),
  json: longText
    .optional()
    .describe('For json: a text in which a bare {{place}} stands for a value of any type.'),
  form: z.array(pairSchema).max(100).optional().describe('For form.'),
  parts: z.array(partSchema).max(100).optional().describe('For multipart.'),
  text: longText.optional().describe('For raw.'),
  contentType: z.string().max(200).optional().describe('For raw.'),
  timeoutSeconds: z.number().min(1).max(60).default(15),
  answer: z.enum(answerForms).default('auto').describe('How the answer is read; auto takes JSON, else text.'),
  answerPath: z.string().max(500).optional().describe('JSONPath: only this part of the answer is looked at.'),
});

export type OutgoingRequest = z.infer<typeof outgoingRequestSchema>;
