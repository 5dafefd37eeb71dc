// What a page may offer to answer a question with, beside free text: a picker of dates, several choices, a file, a keyboard that fits.
import { z } from 'zod';
import { mediaKinds } from './media-kinds.ts';

/** `keyboard`: as HTML's inputmode names it. `options`: several may be picked. `accept`: the kind of file. */
export const answerHintSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('keyboard'), mode: z.enum(['decimal', 'email', 'tel', 'url']) }),
  z.strictObject({ is: z.literal('date'), least: z.string().optional(), most: z.string().optional() }),
  z.strictObject({ is: z.literal('datetime') }),
  z.strictObject({ is: z.literal('choices'), options: z.array(z.string()).max(13) }),
  z.strictObject({ is: z.literal('file'), accept: z.enum(mediaKinds) }),
]);

export type AnswerHint = z.infer<typeof answerHintSchema>;
