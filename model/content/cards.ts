// Content: one card, or several side by side, each with a picture, words and buttons.
import { z } from 'zod';
import { buttonSchema } from './button.ts';
import { contentKind, withReplies } from './content-kind.ts';
import { mediaAddressSchema } from './media-address.ts';

export const MOST_CARDS = 10;
export const MOST_CARD_BUTTONS = 3;

const cardSchema = z.strictObject({
  title: z.string().min(1).max(120),
  text: z.string().max(1000).optional(),
  image: mediaAddressSchema.optional(),
  alt: z.string().max(500).optional(),
  buttons: z.array(buttonSchema).max(MOST_CARD_BUTTONS).optional(),
});

export type Card = z.infer<typeof cardSchema>;

export const cardsContent = contentKind({
  name: 'cards',
  label: 'Cards',
  schema: z.strictObject({
    is: z.literal('cards'),
    cards: z.array(cardSchema).min(1).max(MOST_CARDS),
    ...withReplies,
  }),
  words: ({ cards }) =>
    cards.map(({ title, text }) => (text === undefined ? title : `${title}: ${text}`)).join('\n'),
});
