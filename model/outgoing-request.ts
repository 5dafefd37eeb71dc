// A request that an app asks the platform to make outside of a flow: subscribe, connection test, a source's options.
import { z } from 'zod';
import { jsonSchema } from './name.ts';

const pairSchema = z.strictObject({ name: z.string().min(1).max(200), value: z.string().max(8000) });

export const requestMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export const outgoingRequestSchema = z.strictObject({
  method: z.enum(requestMethods).default('GET'),
  url: z.string().min(1).max(4000).describe('Places such as {{auth.token}} are filled when it is sent.'),
  query: z.array(pairSchema).max(50).default([]),
  headers: z.array(pairSchema).max(50).default([]),
  body: jsonSchema.optional().describe('Sent as JSON.'),
});

export type OutgoingRequest = z.infer<typeof outgoingRequestSchema>;
