// Operators of yes/no fields.
import type { Operator } from '../operator.ts';

const base = { types: ['boolean'], reads: 'boolean', asks: 'nothing' } as const;

export const booleanOperators: readonly Operator[] = [
  {
    ...base,
    name: 'is_true',
    label: 'is true',
    about: 'The field says yes.',
    holds: (left) => left === true,
    examples: [
      { left: true, holds: true },
      { left: 'no', holds: false },
      { left: null, holds: false },
    ],
  },
  {
    ...base,
    name: 'is_false',
    label: 'is false',
    about: 'The field says no, or nothing.',
    holds: (left) => left !== true,
    examples: [
      { left: 0, holds: true },
      { left: null, holds: true },
      { left: 'yes', holds: false },
    ],
  },
];
