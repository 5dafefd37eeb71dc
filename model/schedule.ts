// What an app does by itself for each install: at times, or by asking the service for records that are new.
import { z } from 'zod';
import { labelSchema, nameSchema } from './name.ts';
import { outgoingRequestSchema } from './outgoing-request.ts';
import { payloadMappingSchema } from './payload-mapping.ts';

export const timingSchema = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('every'),
    minutes: z
      .number()
      .int()
      .min(1)
      .max(10_080)
      .describe('Minutes from one time to the next; a week at most.'),
  }),
  z.strictObject({
    is: z.literal('cron'),
    cron: z
      .string()
      .min(1)
      .max(100)
      .describe('Minute, hour, day of the month, month, day of the week: 0 9 * * MON-FRI.'),
    zone: z
      .string()
      .max(60)
      .optional()
      .describe("The time zone of these times, as Europe/Berlin; without one, the install's own."),
  }),
]);

export type Timing = z.infer<typeof timingSchema>;

const pathSchema = z.string().min(1).max(500);

export const cursorTypes = ['text', 'number', 'date'] as const;

const cursorSchema = z.strictObject({
  from: z
    .enum(['answer', 'records'])
    .describe('Whether the answer names it, or it is the newest value that any record has.'),
  path: pathSchema.describe('JSONPath of it in the answer, or in one record.'),
  type: z.enum(cursorTypes).default('text').describe('What it is compared as, to find the newest.'),
  overlap: z
    .number()
    .min(0)
    .default(0)
    .describe(
      'How far before the newest the next poll begins, for records that turn up late: seconds of a date, or as much of a number.',
    ),
});

const pagesSchema = z.strictObject({
  most: z.number().int().min(1).max(100).default(10).describe('How many pages one poll reads at most.'),
  first: z.number().int().min(0).max(1).default(1).describe('What {{poll.page}} is for the first page.'),
  next: pathSchema
    .optional()
    .describe(
      'JSONPath in the answer of what names the next page, as {{poll.next}}; without it, pages are read until one is empty.',
    ),
});

const firstRunSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('none') }),
  z.strictObject({ is: z.literal('last'), count: z.number().int().min(1).max(1000) }),
  z.strictObject({ is: z.literal('all') }),
]);

const contactPathsSchema = z
  .strictObject({
    customerId: pathSchema.optional(),
    channelUserId: pathSchema.optional(),
    email: pathSchema.optional(),
    phone: pathSchema.optional(),
  })
  .refine((paths) => Object.values(paths).some((path) => path !== undefined), {
    error:
      'At least one path is expected: of a customer id, a channel user id, an e-mail address or a phone number.',
  });

export const pollSchema = z.strictObject({
  request: outgoingRequestSchema.describe(
    'Asks for records. It may use {{auth}}, {{install}}, {{poll.cursor}}, {{poll.page}}, {{poll.offset}} and {{poll.next}}.',
  ),
  list: pathSchema.default('$').describe('JSONPath of the list of records in the answer.'),
  key: pathSchema.describe('JSONPath, in one record, of what tells it from all others.'),
  cursor: cursorSchema.optional().describe('From where the next poll goes on.'),
  pages: pagesSchema.optional().describe('Without it, one answer is all.'),
  order: z
    .enum(['oldest-first', 'newest-first'])
    .default('newest-first')
    .describe('How the service sorts its records. Flows always start for the oldest first.'),
  first: firstRunSchema
    .default({ is: 'none' })
    .describe('Which of the records that are there at the first poll start the flow.'),
  contact: contactPathsSchema
    .optional()
    .describe('JSONPath, in one record, of what tells its contact. Without it the flow runs for no contact.'),
  mappings: z
    .array(payloadMappingSchema)
    .max(100)
    .default([])
    .describe('Which app field gets which value of the record.'),
});

export type Poll = z.infer<typeof pollSchema>;
export type Cursor = z.infer<typeof cursorSchema>;

export const scheduleSchema = z.strictObject({
  name: nameSchema,
  label: labelSchema,
  timing: timingSchema,
  poll: pollSchema
    .optional()
    .describe('With it, the flow runs once for each new record; without, at each time.'),
  flow: nameSchema.describe('The flow that runs.'),
});

export type Schedule = z.infer<typeof scheduleSchema>;

/** What `{{poll.…}}` can read in a poll's request. */
export const pollPlaces = ['cursor', 'page', 'offset', 'next'] as const;
