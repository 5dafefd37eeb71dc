// Functions that stand in for a value or turn it into another type.
import { asText } from '../as-text.ts';
import { languageFunction } from '../function.ts';
import { asJson, isBlank, toBoolean, toNumber } from '../value.ts';

const VALUE = { is: 'any', about: 'The value' } as const;

export const valueFunctions = [
  languageFunction({
    name: 'default',
    about: 'Another value where there is none, or only blank text.',
    takes: { value: VALUE, otherwise: { is: 'any', about: 'What to use instead' } },
    expectsMissing: true,
    run: ({ value, otherwise }) => (isBlank(value) ? otherwise : value),
    examples: [
      { of: [null, 'friend'], gives: 'friend' },
      { of: ['  ', 'friend'], gives: 'friend' },
      { of: [0, 5], gives: 0 },
      { of: [false, true], gives: false },
    ],
  }),
  languageFunction({
    name: 'is_empty',
    about: 'True when there is no value, only blank text, or an empty list or object.',
    takes: { value: VALUE },
    expectsMissing: true,
    run: ({ value }) => isBlank(value) || (typeof value === 'object' && Object.keys(value).length === 0),
    examples: [
      { of: [' '], gives: true },
      { of: [[]], gives: true },
      { of: [0], gives: false },
    ],
  }),
  languageFunction({
    name: 'to_text',
    about: 'The value as text; lists and objects as JSON.',
    takes: { value: VALUE },
    run: ({ value }) => asText(value),
    examples: [{ of: [[1, 'a']], gives: '[1,"a"]' }],
  }),
  languageFunction({
    name: 'to_number',
    about: 'The number that the text holds; nothing when it holds none.',
    takes: { value: VALUE },
    run: ({ value }) => toNumber(value) ?? null,
    examples: [
      { of: [' 12.50 '], gives: 12.5 },
      { of: ['0x1F'], gives: null },
    ],
  }),
  languageFunction({
    name: 'to_boolean',
    about: 'False for false, 0, "no", "false", "0" and nothing; true for everything else.',
    takes: { value: VALUE },
    run: ({ value }) => toBoolean(value),
    examples: [
      { of: ['No'], gives: false },
      { of: ['off'], gives: true },
    ],
  }),
  languageFunction({
    name: 'parse_json',
    about: 'The list or object that a text holds as JSON; the text itself when it is no JSON.',
    takes: { value: VALUE },
    run: ({ value }) => asJson(value),
    examples: [
      { of: ['{"a":[1]}'], gives: { a: [1] } },
      { of: ['{a'], gives: '{a' },
    ],
  }),
] as const;
