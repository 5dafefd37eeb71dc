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
    name: 'before',
    label: 'Keep what stands before',
    asks: ['find'],
    run: ({ current, find, scope }) => byFunction('before', [current, find], scope),
    examples: [{ of: { current: 'ann@example.com', find: '@' }, gives: 'ann' }],
  },
  {
    name: 'after',
    label: 'Keep what stands after',
    asks: ['find'],
    run: ({ current, find, scope }) => byFunction('after', [current, find], scope),
    examples: [{ of: { current: 'ann@example.com', find: '@' }, gives: 'example.com' }],
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
