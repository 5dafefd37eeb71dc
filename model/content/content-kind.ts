// What one kind of content must say of itself; a kind is one file here, one line in message.ts, and one drawing in each place that shows messages.
import { z } from 'zod';
import { quickReplySchema } from './button.ts';

export interface ContentKind<Name extends string = string, Schema extends z.ZodType = z.ZodType> {
  /** The machine name, kept for ever: conversations hold it. Also what a channel says it can show. */
  readonly name: Name;
  readonly label: string;
  readonly schema: Schema;
  /** What is said where it cannot be shown: previews, notifications, channels of words alone. Buttons are said by `buttonWords`. */
  words(content: z.infer<Schema>): string;
}

/** Declares a kind; the content's type in `words` comes from `schema`. */
export function contentKind<const Name extends string, Schema extends z.ZodType>(
  kind: ContentKind<Name, Schema>,
): ContentKind<Name, Schema> {
  return kind;
}

/** What every kind may have besides: answers to choose from, and the time the bot seems to write it. */
export const withReplies = {
  quickReplies: z.array(quickReplySchema).max(13).optional(),
  /** Shown as writing for so long before the message itself is. */
  typingSeconds: z.number().min(0).max(10).optional(),
};
