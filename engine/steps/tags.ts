// Step: give the contact tags, or take them away.
import type { JsonObject } from '@bellwire/model/json.ts';
import { stepType } from '@bellwire/model/step-type.ts';
import { brief, counted, savedEntries, savedText } from './saved.ts';

const MOST_TAG_CHARACTERS = 60;
/** More than anybody reads: a flow that makes a tag of each order number would fill the contact. */
const MOST_TAGS = 200;

const tagList = {
  kind: 'list',
  itemLabel: 'tag',
  max: 20,
  item: { tag: { kind: 'text', label: 'Tag', required: true, maxLength: MOST_TAG_CHARACTERS } },
} as const;

export const tags = stepType({
  name: 'tags',
  label: 'Tags',
  about: 'Gives the contact tags, or takes them away.',
  icon: 'tag',
  group: 'data',
  sides: ['bot'],
  effects: ['tag'],
  settings: { add: { ...tagList, label: 'Add' }, remove: { ...tagList, label: 'Remove' } },
  exits: [{ name: 'next', label: 'Then' }],
  summary: (saved) => {
    const words = [...tagWords(saved, 'add', '+'), ...tagWords(saved, 'remove', '−')];
    return words.length === 0 ? 'Add a tag' : brief(words.join(' '));
  },
  check: ({ add, remove }) =>
    add.length + remove.length === 0
      ? [{ path: ['add'], says: 'There is no tag to add or to remove. Add one.' }]
      : [],
  run: ({ add, remove }, { contact }) => {
    if (contact === null)
      return { is: 'fail', says: 'This run is for no contact, so there is nobody to tag.' };
    const gone = named(remove);
    const fresh = named(add).filter((tag) => !contact.tags.includes(tag) && !gone.includes(tag));
    const had = gone.filter((tag) => contact.tags.includes(tag));
    if (fresh.length + had.length === 0) return { is: 'go', exit: 'next', says: 'The tags were so already.' };
    const count = contact.tags.length + fresh.length - had.length;
    if (count > MOST_TAGS)
      return {
        is: 'fail',
        says: `The contact would have ${counted(count, 'tag')}; at most ${MOST_TAGS} are kept. Keep such a value in a field.`,
      };
    return { is: 'go', exit: 'next', effects: [{ is: 'tag', add: fresh, remove: had }] };
  },
  examples: [
    {
      says: 'adds what the contact does not have yet, and removes what it has',
      settings: {
        add: [{ tag: 'vip' }, { tag: '{{user.plan}}' }],
        remove: [{ tag: 'new' }, { tag: 'cold' }],
      },
      scope: { contact: { tags: ['vip', 'new'] }, data: { user: { plan: 'gold' } } },
      gives: { is: 'go', exit: 'next', effects: [{ is: 'tag', add: ['gold'], remove: ['new'] }] },
    },
    {
      says: 'what is so already is left alone',
      settings: { add: [{ tag: ' vip ' }] },
      scope: { contact: { tags: ['vip'] } },
      gives: { is: 'go', exit: 'next', says: 'The tags were so already.' },
    },
    {
      says: 'a tag that is to be added and removed is removed',
      settings: { add: [{ tag: 'vip' }], remove: [{ tag: 'vip' }] },
      scope: { contact: { tags: ['vip'] } },
      gives: { effects: [{ is: 'tag', add: [], remove: ['vip'] }] },
    },
    {
      says: 'a place that is empty is no tag',
      settings: { add: [{ tag: 'a{{user.nothing}}' }, { tag: ' {{user.nothing}} ' }] },
      gives: { effects: [{ is: 'tag', add: ['a'], remove: [] }] },
    },
    {
      says: 'fails where the run is for nobody',
      settings: { add: [{ tag: 'vip' }] },
      scope: { contact: null },
      gives: { is: 'fail' },
    },
  ],
});

function named(entries: readonly { readonly tag: string }[]): string[] {
  return [...new Set(entries.map(({ tag }) => tag.trim()))].filter((tag) => tag !== '');
}

function tagWords(saved: JsonObject, list: string, sign: string): string[] {
  return savedEntries(saved, list).map((entry) => `${sign}${savedText(entry, 'tag')}`);
}
