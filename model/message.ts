// What is said in a conversation, by the bot, a person of the team, or the contact; and the list of the kinds of content.
import { z } from 'zod';
import { audioContent } from './content/audio.ts';
import { cardsContent } from './content/cards.ts';
import type { ContentKind } from './content/content-kind.ts';
import { fileContent } from './content/file.ts';
import { imageContent } from './content/image.ts';
import { receiptContent } from './content/receipt.ts';
import { textContent } from './content/text.ts';
import { videoContent } from './content/video.ts';

/** In the order in which forms offer them. */
const others = [imageContent, cardsContent, audioContent, videoContent, fileContent, receiptContent] as const;

export const contentKinds = [textContent, ...others] as const;

export const contentSchema = z.discriminatedUnion('is', [
  textContent.schema,
  ...others.map(({ schema }) => schema),
]);

export type Content = z.infer<(typeof contentKinds)[number]['schema']>;
export type ContentName = Content['is'];

/** @example contentWords({ is: 'image', url: 'https://shop.example/cup.jpg', alt: 'A cup' }) // 'A cup' */
export function contentWords(content: Content): string {
  return kindOf(content).words(content);
}

/** In one line, for a preview. */
export function contentInBrief(content: Content, most = 120): string {
  const line = contentWords(content).replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
}

/** The border at which a content meets its own kind: found by its name, which says what it is. */
function kindOf({ is }: Content): ContentKind {
  return contentKinds.find(({ name }) => name === is) ?? textContent;
}

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
