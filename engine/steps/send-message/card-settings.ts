// What the cards of a message ask for.
import { MOST_CARD_BUTTONS, MOST_CARDS } from '@bellwire/model/content/cards.ts';
import type { SettingFields, ValuesOf } from '@bellwire/model/settings/setting.ts';
import { cardButtonItem } from './button-settings.ts';

const when = { setting: 'kind', is: ['cards'] } as const;

const cardItem = {
  title: { kind: 'text', label: 'Title', required: true, perItem: true, maxLength: 500 },
  text: { kind: 'text', label: 'Text', multiline: true, perItem: true, maxLength: 2000 },
  image: {
    kind: 'text',
    label: 'Address of the picture',
    placeholder: 'https://shop.example/cup.jpg',
    isMedia: true,
    perItem: true,
    maxLength: 4000,
  },
  alt: { kind: 'text', label: 'What is to be seen', perItem: true, maxLength: 500 },
  buttons: {
    kind: 'list',
    label: 'Buttons',
    itemLabel: 'button',
    max: MOST_CARD_BUTTONS,
    item: cardButtonItem,
  },
} as const satisfies SettingFields;

export const cardFields = {
  each: {
    kind: 'value',
    label: 'For each of',
    about:
      'A list: the cards are then made once for each of its items, which they read as {{item}}, {{index}} and {{key}}.',
    placeholder: '{{user.products}}',
    when,
  },
  most: {
    kind: 'number',
    label: 'Cards at most',
    whole: true,
    min: 1,
    max: MOST_CARDS,
    default: MOST_CARDS,
    when,
  },
  cards: { kind: 'list', label: 'Cards', itemLabel: 'card', max: MOST_CARDS, item: cardItem, when },
  keepIn: {
    kind: 'reference',
    to: 'field',
    label: 'Keep what is chosen in',
    about: 'Written when a button of the card that goes on in this flow is pressed.',
    when,
  },
  keep: {
    kind: 'value',
    label: 'What is kept',
    placeholder: '{{item}}',
    perItem: true,
    default: '{{item}}',
    when,
  },
} as const satisfies SettingFields;

export type CardValues = ValuesOf<typeof cardItem>;
