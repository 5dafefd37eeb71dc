// Functions that change a text.
import { asText } from '../as-text.ts';
import { charactersOf } from '../characters.ts';
import { languageFunction, tooLong } from '../function.ts';
import { MOST_CHARACTERS } from '../limit.ts';

const TEXT = { is: 'text', about: 'The text' } as const;

const RANDOM_SIGNS: { readonly [sign: string]: string } = {
  X: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  x: 'abcdefghijklmnopqrstuvwxyz',
  '#': '0123456789',
};

export const textFunctions = [
  languageFunction({
    name: 'upper',
    about: 'All letters as capitals.',
    takes: { text: TEXT },
    run: ({ text }) => text.toUpperCase(),
    examples: [{ of: ['ß à la'], gives: 'SS À LA' }],
  }),
  languageFunction({
    name: 'lower',
    about: 'All letters as small letters.',
    takes: { text: TEXT },
    run: ({ text }) => text.toLowerCase(),
    examples: [{ of: ['ABC'], gives: 'abc' }],
  }),
  languageFunction({
    name: 'capitalize',
    about: 'The first letter as a capital, the rest as it is.',
    takes: { text: TEXT },
    run: ({ text }) => {
      const [first = ''] = text;
      return first.toUpperCase() + text.slice(first.length);
    },
    examples: [
      { of: ['anna McKay'], gives: 'Anna McKay' },
      { of: [''], gives: '' },
    ],
  }),
  languageFunction({
    name: 'trim',
    about: 'Without spaces and line breaks at both ends.',
    takes: { text: TEXT },
    run: ({ text }) => text.trim(),
    examples: [{ of: ['  a b \n'], gives: 'a b' }],
  }),
  languageFunction({
    name: 'replace',
    about: 'Every occurrence of one text replaced by another. Capitals matter.',
    takes: {
      text: TEXT,
      find: { is: 'short', about: 'What to look for' },
      with: { is: 'text', about: 'What to put there', default: '' },
    },
    run: (given) => replaceAll(given.text, given.find, given.with),
    examples: [
      { of: ['a-b-c', '-', '+'], gives: 'a+b+c' },
      { of: ['Aa', 'a', '$&'], gives: 'A$&' },
      { of: ['abc', '', 'x'], gives: 'abc' },
    ],
  }),
  languageFunction({
    name: 'replace_any_case',
    about: 'Like replace, but capitals and small letters count as the same.',
    takes: {
      text: TEXT,
      find: { is: 'short', about: 'What to look for' },
      with: { is: 'text', about: 'What to put there', default: '' },
    },
    run: (given) => replaceAll(given.text, given.find, given.with, 'i'),
    examples: [
      { of: ['Hi hI ho', 'HI', 'yo'], gives: 'yo yo ho' },
      { of: ['a.b', '.', '-'], gives: 'a-b' },
    ],
  }),
  languageFunction({
    name: 'truncate',
    about: 'Cut to a length, with an ending that shows the cut. The ending counts.',
    takes: {
      text: TEXT,
      length: { is: 'number', about: 'The most characters' },
      ending: { is: 'text', about: 'What shows the cut', default: '…' },
    },
    run({ text, length, ending }) {
      const characters = charactersOf(text);
      if (characters.length <= length) return text;
      const kept = Math.max(0, Math.floor(length) - charactersOf(ending).length);
      return characters.slice(0, kept).join('') + ending;
    },
    examples: [
      { of: ['A long story', 7], gives: 'A long…' },
      { of: ['👍👍👍', 2, ''], gives: '👍👍' },
      { of: ['short', 7], gives: 'short' },
    ],
  }),
  languageFunction({
    name: 'concat',
    about: 'The values joined to one text.',
    takes: { text: TEXT },
    rest: { is: 'text', about: 'What to add' },
    run: ({ text }, _, rest) => text + rest.map((each) => asText(each)).join(''),
    examples: [{ of: ['a', 1, null, true], gives: 'a1true' }],
  }),
  languageFunction({
    name: 'random_text',
    about: 'Random text by a pattern: X is a capital, x a small letter, # a digit, all else itself.',
    takes: { pattern: { is: 'short', about: 'e.g. XX-####' } },
    run: ({ pattern }, { random }) =>
      pattern.replace(/[Xx#]/g, (sign) => {
        const signs = RANDOM_SIGNS[sign] ?? sign;
        return signs.charAt(Math.floor(random() * signs.length));
      }),
    examples: [{ of: ['XX-##-x'], gives: 'NN-55-n' }],
  }),
  languageFunction({
    name: 'slug',
    about: 'The text as part of a web address: small Latin letters, digits and hyphens.',
    takes: { text: TEXT },
    run: ({ text }) => {
      const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
      return plain
        .split(/[^a-z0-9]/)
        .filter(Boolean)
        .join('-');
    },
    examples: [{ of: ['  Crème à la 2x! '], gives: 'creme-a-la-2x' }],
  }),
] as const;

function replaceAll(text: string, find: string, put: string, flag: '' | 'i' = ''): string {
  if (find === '') return text;
  // The most often `find` can occur, so that a bomb is refused before it is built.
  if ((text.length / find.length) * put.length > MOST_CHARACTERS * 4) throw tooLong('replace');
  return text.replace(
    new RegExp(find.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`), `g${flag}`),
    () => put,
  );
}
