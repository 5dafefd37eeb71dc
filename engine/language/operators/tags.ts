// Operators of a contact's tags.
import type { Json } from '@bellwire/model/json.ts';
import { asText } from '../as-text.ts';
import type { Operator } from '../operator.ts';

const onTags = (
  name: string,
  label: string,
  about: string,
  compare: (has: (tag: string) => boolean, asked: readonly string[]) => boolean,
  examples: Operator['examples'],
): Operator => ({
  name,
  label,
  about,
  types: ['tags'],
  reads: 'raw',
  asks: 'list',
  holds(left, right) {
    const tags = new Set(names(left));
    return compare((tag) => tags.has(tag), names(right));
  },
  examples,
});

export const tagOperators: readonly Operator[] = [
  onTags(
    'tag_in',
    'has any of',
    'The contact has at least one of the tags.',
    (has, asked) => asked.some(has),
    [
      { left: ['vip', 'new'], right: ['VIP', 'old'], holds: true },
      { left: ['vip'], right: 'old, vip', holds: true },
      { left: null, right: ['vip'], holds: false },
    ],
  ),
  onTags(
    'tag_all',
    'has all of',
    'The contact has every one of the tags.',
    (has, asked) => asked.every(has),
    [
      { left: ['vip', 'new'], right: ['vip', 'new'], holds: true },
      { left: ['vip'], right: ['vip', 'new'], holds: false },
    ],
  ),
  onTags('tag_not_in', 'has none of', 'The contact has none of the tags.', (has, asked) => !asked.some(has), [
    { left: ['new'], right: ['vip'], holds: true },
    { left: null, right: ['vip'], holds: true },
    { left: ['vip'], right: ['vip'], holds: false },
  ]),
];

function names(value: Json): string[] {
  return Array.isArray(value) ? value.map((each) => asText(each).trim().toLowerCase()) : [];
}
