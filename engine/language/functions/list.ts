// Functions of lists.
import type { Json } from '@bellwire/model/json.ts';
import { isJsonObject } from '@bellwire/model/json.ts';
import { asText } from '../as-text.ts';
import { languageFunction } from '../function.ts';
import { toNumber } from '../value.ts';

const LIST = { is: 'list', about: 'The list' } as const;

export const listFunctions = [
  languageFunction({
    name: 'size',
    about: 'How many items a list has, or keys an object, or characters a text.',
    takes: { value: { is: 'any', about: 'A list, object or text' } },
    run: ({ value }) => sizeOf(value),
    examples: [
      { of: [['a', 'b']], gives: 2 },
      { of: [{ a: 1 }], gives: 1 },
      { of: ['abc'], gives: 3 },
      { of: [null], gives: 0 },
    ],
  }),
  languageFunction({
    name: 'first',
    about: 'The first item; nothing when the list is empty.',
    takes: { list: LIST },
    run: ({ list }) => list[0] ?? null,
    examples: [
      { of: [[7, 8]], gives: 7 },
      { of: [[]], gives: null },
    ],
  }),
  languageFunction({
    name: 'last',
    about: 'The last item; nothing when the list is empty.',
    takes: { list: LIST },
    run: ({ list }) => list.at(-1) ?? null,
    examples: [{ of: [[7, 8]], gives: 8 }],
  }),
  languageFunction({
    name: 'join',
    about: 'The items as one text with a mark between them.',
    takes: { list: LIST, mark: { is: 'text', about: 'What stands between', default: ', ' } },
    run: ({ list, mark }) => list.map((each) => asText(each)).join(mark),
    examples: [
      { of: [['a', 1, null]], gives: 'a, 1, ' },
      { of: [['a', 'b'], ' and '], gives: 'a and b' },
    ],
  }),
  languageFunction({
    name: 'reverse',
    about: 'The items from last to first.',
    takes: { list: LIST },
    run: ({ list }) => list.toReversed(),
    examples: [{ of: [[1, 2]], gives: [2, 1] }],
  }),
  languageFunction({
    name: 'sum',
    about: 'The sum of the numbers in a list; other items do not count.',
    takes: { list: LIST },
    run: ({ list }) => sum(list),
    examples: [{ of: [[1, '2.5', 'x', null]], gives: 3.5 }],
  }),
  languageFunction({
    name: 'average',
    about: 'The average of the numbers in a list; nothing when there is none.',
    takes: { list: LIST },
    run: ({ list }) => {
      const numbers = list.filter((each) => toNumber(each) !== undefined);
      return numbers.length === 0 ? null : sum(numbers) / numbers.length;
    },
    examples: [
      { of: [[1, 2, 'x']], gives: 1.5 },
      { of: [[]], gives: null },
    ],
  }),
] as const;

function sum(list: readonly Json[]): number {
  return list.reduce<number>((total, each) => total + (toNumber(each) ?? 0), 0);
}

function sizeOf(value: Json): number {
  if (Array.isArray(value)) return value.length;
  return isJsonObject(value) ? Object.keys(value).length : [...asText(value)].length;
}
