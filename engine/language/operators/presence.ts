// Operators that ask only whether there is a value.
import type { Operator } from '../operator.ts';
import { isEmpty } from '../value.ts';

const types: Operator['types'] = ['text', 'number', 'date', 'datetime', 'json', 'tags'];

export const presenceOperators: readonly Operator[] = [
  {
    name: 'has_any_value',
    label: 'has any value',
    about: 'The field holds something: not blank text, not an empty list.',
    types,
    reads: 'raw',
    asks: 'nothing',
    holds: (left) => !isEmpty(left),
    examples: [
      { left: 0, holds: true },
      { left: ' ', holds: false },
    ],
  },
  {
    name: 'is_empty',
    label: 'is empty',
    about: 'The field holds nothing, blank text or an empty list.',
    types,
    reads: 'raw',
    asks: 'nothing',
    holds: (left) => isEmpty(left),
    examples: [
      { left: null, holds: true },
      { left: [], holds: true },
      { left: 'x', holds: false },
    ],
  },
];
