// Operations that change the text in a field.
import { asText } from '../../language/as-text.ts';
import { byFunction, type Operation } from './operation.ts';

export const textOperations: readonly Operation[] = [
  {
    name: 'append',
    label: 'Add text at the end',
    asks: ['value'],
    run: ({ current, value, scope }) => byFunction('concat', [current, asText(value)], scope),
    examples: [
      { of: { current: 'a', value: 'b' }, gives: 'ab' },
      { of: { current: null, value: 'b' }, gives: 'b' },
      { of: { current: 'a', value: 1 }, gives: 'a1' },
    ],
  },
  ofText('upper', 'Write in capitals', { of: 'Ann', gives: 'ANN' }),
  ofText('lower', 'Write in small letters', { of: 'Ann', gives: 'ann' }),
  ofText('trim', 'Remove spaces at both ends', { of: ' Ann ', gives: 'Ann' }),
  {
    name: 'replace',
    label: 'Replace text',
    asks: ['find', 'value'],
    run: ({ current, find, value, scope }) => byFunction('replace', [current, find, asText(value)], scope),
    examples: [
      { of: { current: 'a-b-c', find: '-', value: '+' }, gives: 'a+b+c' },
      { of: { current: 'abc', find: 'b' }, gives: 'ac' },
    ],
  },
  {
    name: 'replace-any-case',
    label: 'Replace text, capitals or not',
    asks: ['find', 'value'],
    run: ({ current, find, value, scope }) =>
      byFunction('replace_any_case', [current, find, asText(value)], scope),
    examples: [
      { of: { current: 'Hi hI ho', find: 'HI', value: 'yo' }, gives: 'yo yo ho' },
      { of: { current: 'abc', find: '' }, gives: 'abc' },
    ],
  },
  {
    name: 'random-text',
    label: 'Set to random text by a pattern',
    asks: ['pattern'],
    run: ({ pattern, scope }) => byFunction('random_text', [pattern], scope),
    examples: [
      { of: { pattern: 'XX-##-x' }, gives: 'NN-55-n' },
      { of: {}, gives: '' },
    ],
  },
];

function ofText(name: string, label: string, { of, gives }: { of: string; gives: string }): Operation {
  return {
    name,
    label,
    asks: [],
    run: ({ current, scope }) => byFunction(name, [current], scope),
    examples: [
      { of: { current: of }, gives },
      { of: { current: null }, gives: '' },
    ],
  };
}
