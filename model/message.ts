// What is said in a conversation, by the bot, a person of the team, or the contact.
import { z } from 'zod';
import { orderSchema } from './order.ts';

/** A `url` button opens an address; a `reply` button sends its payload back, so that the flow goes on at the exit it names. */
export const buttonSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('url'), label: z.string(), url: z.string() }),
  z.strictObject({ is: z.literal('reply'), label: z.string(), payload: z.string() }),
]);

export const contentSchema = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('text'),
    text: z.string(),
    buttons: z.array(buttonSchema).optional(),
    quickReplies: z.array(z.strictObject({ label: z.string(), payload: z.string() })).optional(),
  }),
  z.strictObject({
    is: z.literal('receipt'),
    title: z.string(),
    order: orderSchema,
    note: z.string().optional(),
  }),
]);

export type Button = z.infer<typeof buttonSchema>;
export type Content = z.infer<typeof contentSchema>;

export const senders = ['contact', 'bot', 'member'] as const;

export const messageSchema = z.strictObject({
  id: z.uuid(),
  /** Counts up by one inside the conversation: what a reader remembers to go on without a gap or a double. */
  seq: z.int(),
  from: z.enum(senders),
  content: contentSchema,
  sentAt: z.iso.datetime(),
});

export type Message = z.infer<typeof messageSchema>;

export const MOST_MESSAGE_CHARACTERS = 4000;
