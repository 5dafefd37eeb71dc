// In the step "Send message": cards, written one by one or made once for each item of a list.
import { MOST_CARD_BUTTONS, MOST_CARDS, type Card } from '@bellwire/model/content/cards.ts';
import { isMediaAddress } from '@bellwire/model/content/is-media-address.ts';
import { isJsonObject, type Json, type JsonObject } from '@bellwire/model/json.ts';
import type { StepScope, Write } from '@bellwire/model/step-type.ts';
import { fill } from '../../language/fill.ts';
import { asText } from '../../language/as-text.ts';
import { languageScope } from '../../scope.ts';
import { brief, counted, savedEntries, savedText } from '../saved.ts';
import { buttonExits, buttonsOf } from './buttons.ts';
import type { CardValues } from './card-settings.ts';
import type { MessagePart } from './message-part.ts';
import type { MessageValues } from './settings.ts';

/** Of what a button keeps, as JSON: it travels with the button, to the contact and back. */
const MOST_KEPT = 2000;

export const cardsPart: MessagePart = {
  compose: (values, scope, prefix) => {
    const items = itemsOf(values.each);
    if (items === undefined)
      return { is: 'nothing', says: `No cards were sent: ${brief(asText(values.each ?? null))} is no list.` };
    const most = Math.min(values.most ?? MOST_CARDS, MOST_CARDS);
    const made = items.flatMap((item) =>
      (values.cards ?? []).map((card, index) =>
        cardOf(card, { values, item, scope: withItem(scope, item), prefix: `${prefix}card-${index + 1}-` }),
      ),
    );
    const cards = made.filter(({ title }) => title !== '').slice(0, most);
    if (cards.length === 0) return { is: 'nothing', says: 'No cards were sent: there is none with a title.' };
    const left = made.length - cards.length;
    return {
      is: 'content',
      content: { is: 'cards', cards },
      ...(left > 0 && { says: `${counted(left, 'card')} more than can be shown, or without a title.` }),
    };
  },
  summary: (saved) => {
    const each = savedText(saved, 'each');
    const [first] = savedEntries(saved, 'cards');
    if (first === undefined) return 'Add a card';
    return each === ''
      ? counted(savedEntries(saved, 'cards').length, 'card')
      : `Cards for each of ${brief(each)}`;
  },
  exits: (saved, prefix) =>
    savedEntries(saved, 'cards').flatMap((card, index) => buttonExits(card, `${prefix}card-${index + 1}-`)),
};

interface Item {
  readonly item: Json;
  /** From 1. */
  readonly index: number;
  /** In an object, its name there. */
  readonly key: string | null;
}

/** Cards that are for no list are made once. Undefined where something else than a list was given. */
function itemsOf(each: Json | undefined): readonly Item[] | undefined {
  if (each === undefined || each === '') return [{ item: null, index: 1, key: null }];
  // A field that holds nothing yet is an empty list.
  if (each === null) return [];
  if (Array.isArray(each)) return each.map((item, place) => ({ item, index: place + 1, key: null }));
  if (!isJsonObject(each)) return undefined;
  return Object.entries(each).map(([key, item], place) => ({ item, index: place + 1, key }));
}

function withItem(scope: StepScope, { item, index, key }: Item): StepScope {
  const data: JsonObject = { ...scope.data, item, index, key };
  return { ...scope, data };
}

interface Making {
  readonly values: MessageValues;
  readonly item: Item;
  readonly scope: StepScope;
  readonly prefix: string;
}

function cardOf({ title, text, image, alt, buttons }: CardValues, { values, scope, prefix }: Making): Card {
  const words = (template: string | undefined, most: number): string =>
    asText(fill(template ?? '', languageScope(scope))).slice(0, most);
  const says = words(text, 1000);
  const picture = words(image, 4000).trim();
  const filled = buttons.map(({ label, kind, url, phone }) => ({
    label: words(label, 80),
    kind,
    url: words(url, 4000),
    phone: words(phone, 40),
  }));
  const made = buttonsOf(filled, prefix, scope, kept(values, scope)).slice(0, MOST_CARD_BUTTONS);
  return {
    title: words(title, 120).trim(),
    ...(says.trim() !== '' && { text: says }),
    ...(isMediaAddress(picture) && { image: picture, alt: words(alt, 500) }),
    ...(made.length > 0 && { buttons: [...made] }),
  };
}

function kept({ keepIn, keep = null }: MessageValues, scope: StepScope): Write | undefined {
  if (keepIn === undefined) return undefined;
  const value = fill(keep, languageScope(scope));
  // Too long to travel: the button then only goes on.
  return JSON.stringify(value).length > MOST_KEPT ? undefined : { to: keepIn, value };
}
