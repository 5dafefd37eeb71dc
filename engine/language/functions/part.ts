// Functions that look into a text or take a part of it.
import { charactersOf } from '../characters.ts';
import { languageFunction } from '../function.ts';

const TEXT = { is: 'text', about: 'The text' } as const;
const MARK = { is: 'short', about: 'The mark to look for' } as const;

export const partFunctions = [
  languageFunction({
    name: 'length',
    about: 'How many characters a text has.',
    takes: { text: TEXT },
    run: ({ text }) => charactersOf(text).length,
    examples: [
      { of: ['abc'], gives: 3 },
      { of: ['👍é'], gives: 2 },
      { of: [null], gives: 0 },
    ],
  }),
  languageFunction({
    name: 'substring',
    about: 'The part from one position up to, not including, another. The first character is at 0.',
    takes: {
      text: TEXT,
      start: { is: 'number', about: 'Where it begins' },
      end: { is: 'number', about: 'Before which it ends', default: Number.MAX_SAFE_INTEGER },
    },
    run: ({ text, start, end }) => charactersOf(text).slice(Math.max(0, start), Math.max(0, end)).join(''),
    examples: [
      { of: ['Bellwire', 4], gives: 'wire' },
      { of: ['Bellwire', 0, 4], gives: 'Bell' },
      { of: ['a👍b', 1, 2], gives: '👍' },
    ],
  }),
  languageFunction({
    name: 'contains',
    about: 'True when the text holds the other. Capitals do not matter.',
    takes: { text: TEXT, part: { is: 'short', about: 'What to look for' } },
    run: ({ text, part }) => text.toLowerCase().includes(part.toLowerCase()),
    examples: [
      { of: ['Order 66', 'order'], gives: true },
      { of: ['Order 66', '67'], gives: false },
    ],
  }),
  languageFunction({
    name: 'starts_with',
    about: 'True when the text begins with the other. Capitals do not matter.',
    takes: { text: TEXT, part: { is: 'short', about: 'What to look for' } },
    run: ({ text, part }) => text.toLowerCase().startsWith(part.toLowerCase()),
    examples: [{ of: ['Order 66', 'ORD'], gives: true }],
  }),
  languageFunction({
    name: 'ends_with',
    about: 'True when the text ends with the other. Capitals do not matter.',
    takes: { text: TEXT, part: { is: 'short', about: 'What to look for' } },
    run: ({ text, part }) => text.toLowerCase().endsWith(part.toLowerCase()),
    examples: [{ of: ['me@Shop.test', '@shop.test'], gives: true }],
  }),
  languageFunction({
    name: 'before',
    about: 'What stands before the first mark; the whole text without a mark.',
    takes: { text: TEXT, mark: MARK },
    run: ({ text, mark }) => cut(text, text.indexOf(mark), 0)[0],
    examples: [
      { of: ['me@shop.test', '@'], gives: 'me' },
      { of: ['none', '@'], gives: 'none' },
    ],
  }),
  languageFunction({
    name: 'after',
    about: 'What stands after the first mark; nothing without a mark.',
    takes: { text: TEXT, mark: MARK },
    run: ({ text, mark }) => cut(text, text.indexOf(mark), mark.length)[1],
    examples: [
      { of: ['a:b:c', ':'], gives: 'b:c' },
      { of: ['none', ':'], gives: '' },
    ],
  }),
  languageFunction({
    name: 'before_last',
    about: 'What stands before the last mark; the whole text without a mark.',
    takes: { text: TEXT, mark: MARK },
    run: ({ text, mark }) => cut(text, text.lastIndexOf(mark), 0)[0],
    examples: [{ of: ['a:b:c', ':'], gives: 'a:b' }],
  }),
  languageFunction({
    name: 'after_last',
    about: 'What stands after the last mark; nothing without a mark.',
    takes: { text: TEXT, mark: MARK },
    run: ({ text, mark }) => cut(text, text.lastIndexOf(mark), mark.length)[1],
    examples: [{ of: ['photo.min.png', '.'], gives: 'png' }],
  }),
  languageFunction({
    name: 'split',
    about: 'The parts between the marks, as a list.',
    takes: { text: TEXT, mark: { is: 'short', about: 'What separates the parts', default: ',' } },
    run: ({ text, mark }) => (text === '' ? [] : text.split(mark)),
    examples: [
      { of: ['a,b,,c'], gives: ['a', 'b', '', 'c'] },
      { of: ['', ','], gives: [] },
    ],
  }),
] as const;

/** What stands before position `at`, and what stands `skip` characters after it. */
function cut(text: string, at: number, skip: number): [string, string] {
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + skip)];
}
