// Content: words, with buttons under them where there are any.
import { z } from 'zod';
import { answerHintSchema } from './answer-hint.ts';
import { buttonSchema } from './button.ts';
import { contentKind, withReplies } from './content-kind.ts';

export const textContent = contentKind({
  name: 'text',
  label: 'Text',
  schema: z.strictObject({
    is: z.literal('text'),
    text: z.string(),
    buttons: z.array(buttonSchema).optional(),
    /** Of a question. */
    answer: answerHintSchema.optional(),
    ...withReplies,
  }),
  words: ({ text }) => text,
});
