// What the page of a web chat and the server say to each other over their socket, one JSON object a frame.
import { z } from 'zod';
import { MOST_MESSAGE_CHARACTERS, messageSchema } from './message.ts';
import { problemCodes } from './problem.ts';
import { unstorableText } from './storable.ts';

const storable = z.string().superRefine((text, context) => {
  const says = unstorableText(text);
  if (says !== undefined) context.addIssue({ code: 'custom', message: `The text ${says}.` });
});

/** Made by the page for each message it sends: sent again after a reconnect, the same key is the same message. */
export const messageKeySchema = z
  .string()
  .regex(/^[\w-]{8,64}$/, 'A key has 8 to 64 letters, digits, "-" or "_".');

const helloSchema = z.strictObject({
  is: z.literal('hello'),
  /** The bot's public id, as in the address of the page. */
  bot: z.string().min(1).max(100),
  /** What `ready` gave this browser before. */
  token: z.string().max(200).optional(),
  /** The last message the page has; without it the newest ones are sent. */
  after: z.int().min(0).max(2_147_483_647).optional(),
});

const saySchema = z.strictObject({
  is: z.literal('say'),
  key: messageKeySchema,
  text: storable
    .refine((text) => text.trim() !== '', 'The message is empty.')
    .max(MOST_MESSAGE_CHARACTERS, {
      error: `A message has at most ${MOST_MESSAGE_CHARACTERS} characters: send it in parts.`,
    }),
  /** Of the button or quick reply that was pressed. */
  payload: storable.max(4000).optional(),
  /** What this visitor has uploaded: the path that the upload gave. The text is its name. */
  file: z.string().max(300).optional(),
});

const typingSchema = z.strictObject({ is: z.literal('typing') });

export const clientFrameSchema = z.discriminatedUnion('is', [helloSchema, saySchema, typingSchema]);

export type Hello = z.infer<typeof helloSchema>;
export type Say = z.infer<typeof saySchema>;
export type ClientFrame = z.infer<typeof clientFrameSchema>;

export const serverFrameSchema = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('ready'),
    /** The visitor's secret, for a page that came without one: to be kept before anything is said. */
    token: z.string().optional(),
    bot: z.strictObject({ name: z.string() }),
    greeting: z.string(),
    /** Of one message. */
    mostCharacters: z.int(),
    /** Whether `messages` stands in place of all the page has, rather than going on from it. */
    fresh: z.boolean(),
    messages: z.array(messageSchema),
  }),
  /** The next messages of the conversation, without a gap. */
  z.strictObject({ is: z.literal('messages'), messages: z.array(messageSchema) }),
  /** The message with this key is on disk: it need not be sent again. */
  z.strictObject({ is: z.literal('taken'), key: z.string() }),
  z.strictObject({
    is: z.literal('problem'),
    code: z.enum(problemCodes),
    says: z.string(),
    /** Of the message that was not taken. */
    key: z.string().optional(),
    retryAfterSeconds: z.number().optional(),
  }),
  /** Nothing new, but the connection is alive: a page cannot see the pings of the protocol below. */
  z.strictObject({ is: z.literal('beat') }),
]);

export type ServerFrame = z.infer<typeof serverFrameSchema>;
