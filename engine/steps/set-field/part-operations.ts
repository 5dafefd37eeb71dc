// Operations that keep a part of the text in a field, or count it.
import { byFunction, subjectOf, type Operation } from './operation.ts';

export const partOperations: readonly Operation[] = [
  {
    name: 'substring',
    label: 'Keep the characters from … up to …',
    asks: ['from', 'to'],
    run: ({ current, from, to, scope }) =>
      byFunction('substring', [current, from, ...(to === undefined ? [] : [to])], scope),
    examples: [
      { of: { current: 'Bellwire', from: 4 }, gives: 'wire' },
      { of: { current: 'a👍b', from: 1, to: 2 }, gives: '👍' },
      { of: { current: 'abc', from: -2, to: 99 }, gives: 'abc' },
      { of: { current: null, from: 1 }, gives: '' },
    ],
  },
  keeping('before', 'Keep what stands before', ['ann@example.com', '@', 'ann']),
  keeping('after', 'Keep what stands after', ['ann@example.com', '@', 'example.com']),
  keeping('before_last', 'Keep what stands before the last', ['a/b/c', '/', 'a/b']),
  keeping('after_last', 'Keep what stands after the last', ['a/b/c', '/', 'c']),
  {
    name: 'length',
    label: 'Set to the number of characters of',
    asks: ['value'],
    run: (given) => byFunction('length', [subjectOf(given)], given.scope),
    examples: [
      { of: { value: 'héé👍' }, gives: 4 },
      { of: { current: 'abc' }, gives: 3 },
      { of: {}, gives: 0 },
    ],
  },
];

function keeping(
  name: string,
  label: string,
  [current, find, gives]: readonly [string, string, string],
): Operation {
  return {
    name: name.replace('_', '-'),
    label,
    asks: ['find'],
    run: (given) => byFunction(name, [given.current, given.find], given.scope),
    examples: [
      { of: { current, find }, gives },
      { of: { current: 'none', find }, gives: name.startsWith('before') ? 'none' : '' },
      { of: { current: null, find }, gives: '' },
    ],
  };
}
