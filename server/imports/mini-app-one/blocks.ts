// The blocks of a mini-app 1.0, read loosely: the format was never written down in full, and exports differ.
import { z } from 'zod';

const text = z.coerce.string();
const words = text.default('');
const record = z.record(z.string(), z.json());

export const requestBlock = z.object({
  url: z.string(),
  method: text.default('GET'),
  headers: record.default({}),
  qs: record.optional(),
  query: record.optional(),
  body: z.json().optional(),
  data: z.json().optional(),
  json: z.json().optional(),
  form: record.optional(),
  mapping: z.json().optional(),
});

const form = z.object({
  name: z.string(),
  type: z.string().default('string'),
  title: words,
  default: z.json().optional(),
  source: z.string().optional(),
  placeholder: words,
  description: words,
  required: z.boolean().optional(),
});

const action = z.object({
  name: z.string(),
  title: words,
  description: words,
  forms: z.array(form).default([]),
  requests: z.array(requestBlock).default([]),
});

const option = z.object({ label: text, value: text });

const source = z.object({
  name: z.string(),
  title: words,
  items: z.array(option).optional(),
  options: z.array(option).optional(),
  request: requestBlock.optional(),
});

export const blocksSchema = z.object({
  name: words,
  title: words,
  description: words,
  auth: z
    .object({
      type: z.string().optional(),
      params: z.array(z.object({ name: z.string(), title: words })).default([]),
      request: requestBlock.optional(),
      connection: z.object({ headers: record.default({}), qs: record.default({}) }).optional(),
    })
    .nullish(),
  actions: z.array(action).default([]),
  sources: z.array(source).default([]),
});

export type Blocks = z.infer<typeof blocksSchema>;
export type RequestBlock = z.infer<typeof requestBlock>;
export type FormBlock = z.infer<typeof form>;
export type ActionBlock = z.infer<typeof action>;
export type SourceBlock = z.infer<typeof source>;
