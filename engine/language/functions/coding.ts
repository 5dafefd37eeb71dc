// Functions that write a text safely into another format, and read it back.
import { asText } from '../as-text.ts';
import { languageFunction, tooLong } from '../function.ts';
import { MOST_CHARACTERS } from '../limit.ts';

const TEXT = { is: 'text', about: 'The text' } as const;

export const codingFunctions = [
  languageFunction({
    name: 'json',
    about: 'The value as JSON: text gets its quotes and escapes. For the bodies of requests.',
    takes: { value: { is: 'any', about: 'The value' } },
    run: ({ value }) => (typeof value === 'object' && value !== null ? asText(value) : JSON.stringify(value)),
    examples: [
      { of: ['say "hi"'], gives: '"say \\"hi\\""' },
      { of: [{ a: [1, null] }], gives: '{"a":[1,null]}' },
      { of: [null], gives: 'null' },
    ],
  }),
  languageFunction({
    name: 'url_encode',
    about: 'The text as part of a web address.',
    takes: { text: TEXT },
    run: ({ text }) => encodeURIComponent(text.toWellFormed()),
    examples: [
      { of: ['a b&c/ü'], gives: 'a%20b%26c%2F%C3%BC' },
      { of: ['\ud800'], gives: '%EF%BF%BD' },
    ],
  }),
  languageFunction({
    name: 'url_decode',
    about: 'The text that was encoded for a web address; as it is when it was not.',
    takes: { text: TEXT },
    run: ({ text }) => {
      try {
        return decodeURIComponent(text.replaceAll('+', ' '));
      } catch {
        return text;
      }
    },
    examples: [
      { of: ['a%20b+c'], gives: 'a b c' },
      { of: ['100%'], gives: '100%' },
    ],
  }),
  languageFunction({
    name: 'base64',
    about: 'The text (UTF-8) in Base64.',
    takes: { text: TEXT },
    run: ({ text }) => {
      if (text.length > MOST_CHARACTERS) throw tooLong('base64');
      return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
    },
    examples: [{ of: ['ü!'], gives: 'w7wh' }],
  }),
  languageFunction({
    name: 'base64_decode',
    about:
      'The text (UTF-8) that was encoded in Base64, the web form (- and _) included; as it is when it was not.',
    takes: { text: TEXT },
    run: ({ text }) => {
      try {
        const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
        return new TextDecoder('utf-8', { fatal: true }).decode(
          Uint8Array.from(binary, (each) => each.charCodeAt(0)),
        );
      } catch {
        return text;
      }
    },
    examples: [
      { of: ['w7wh'], gives: 'ü!' },
      { of: ['not base64 *'], gives: 'not base64 *' },
    ],
  }),
  languageFunction({
    name: 'escape_html',
    about: 'The text safe inside HTML, e.g. in an e-mail.',
    takes: { text: TEXT },
    run: ({ text }) => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`),
    examples: [{ of: ['<b title="x">'], gives: '&#60;b title=&#34;x&#34;&#62;' }],
  }),
] as const;
