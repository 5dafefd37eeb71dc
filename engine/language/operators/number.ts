// Operators of numbers. Without a value only "is not" holds: nothing is neither more nor less than anything.
import type { Operator } from '../operator.ts';

const onNumber = (
  name: string,
  label: string,
  about: string,
  compare: (left: number, right: number) => boolean,
  examples: Operator['examples'],
): Operator => ({
  name,
  label,
  about,
  types: ['number'],
  reads: 'number',
  asks: 'number',
  holds: (left, right) => compare(left === null ? Number.NaN : Number(left), Number(right)),
  examples,
});

export const numberOperators: readonly Operator[] = [
  onNumber('equals', '=', 'The same number.', (left, right) => left === right, [
    { left: '12.0', right: 12, holds: true },
    { left: null, right: 0, holds: false },
  ]),
  onNumber('not_equals', '≠', 'Another number, or none.', (left, right) => left !== right, [
    { left: 1, right: 2, holds: true },
    { left: null, right: 0, holds: true },
  ]),
  onNumber('greater', '>', 'More than the number.', (left, right) => left > right, [
    { left: 10, right: '9', holds: true },
    { left: 'many', right: 9, holds: false },
  ]),
  onNumber('at_least', '≥', 'As much as the number, or more.', (left, right) => left >= right, [
    { left: 9, right: 9, holds: true },
    { left: 8.99, right: 9, holds: false },
  ]),
  onNumber('less', '<', 'Less than the number.', (left, right) => left < right, [
    { left: -1, right: 0, holds: true },
    { left: null, right: 1, holds: false },
  ]),
  onNumber('at_most', '≤', 'As much as the number, or less.', (left, right) => left <= right, [
    { left: 9, right: 9, holds: true },
    { left: 10, right: 9, holds: false },
  ]),
];
