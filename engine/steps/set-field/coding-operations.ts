// Operations that write the text in a field for another place, and read it back.
import { asText } from '../../language/as-text.ts';
import { byFunction, type Operation, type Result } from './operation.ts';

export const codingOperations: readonly Operation[] = [
  {
    name: 'slug',
    label: 'Write as a part of a web address',
    asks: [],
    run: ({ current, scope }) => byFunction('slug', [current], scope),
    examples: [
      { of: { current: 'Crème à la 2x!' }, gives: 'creme-a-la-2x' },
      { of: { current: '東京' }, gives: '' },
    ],
  },
  {
    name: 'url-encode',
    label: 'Encode for a web address',
    asks: [],
    run: ({ current, scope }) => byFunction('url_encode', [current], scope),
    examples: [
      { of: { current: 'a b&ü👍' }, gives: 'a%20b%26%C3%BC%F0%9F%91%8D' },
      { of: { current: '\ud83d' }, gives: '%EF%BF%BD' },
    ],
  },
  {
    name: 'url-decode',
    label: 'Decode from a web address',
    asks: [],
    run: ({ current, scope }) => {
      const decoded = byFunction('url_decode', [current], scope);
      const isMalformed = asText(current).includes('%') && isUnchanged(decoded, asText(current));
      return isMalformed ? { ok: false, says: 'it has a "%" that begins no code' } : decoded;
    },
    examples: [
      { of: { current: 'a%20b+c' }, gives: 'a b c' },
      { of: { current: '100%' }, gives: { refused: 'it has a "%" that begins no code' } },
      { of: { current: null }, gives: '' },
    ],
  },
  {
    name: 'base64-encode',
    label: 'Encode in Base64',
    asks: [],
    run: ({ current, scope }) => byFunction('base64', [current], scope),
    examples: [
      { of: { current: 'ü!' }, gives: 'w7wh' },
      { of: { current: null }, gives: '' },
    ],
  },
  {
    name: 'base64-decode',
    label: 'Decode from Base64',
    asks: [],
    run: ({ current, scope }) => {
      const decoded = byFunction('base64_decode', [current], scope);
      const isMalformed = asText(current) !== '' && isUnchanged(decoded, asText(current));
      return isMalformed ? { ok: false, says: 'it is no text in Base64' } : decoded;
    },
    examples: [
      { of: { current: 'w7wh' }, gives: 'ü!' },
      { of: { current: 'w7w*' }, gives: { refused: 'it is no text in Base64' } },
      { of: { current: '_w==' }, gives: { refused: 'it is no text in Base64' } },
    ],
  },
];

/** The decoding functions give back as it is what they cannot decode. */
function isUnchanged(decoded: Result, text: string): boolean {
  return decoded.ok && decoded.value === text;
}
