// Operations that count with the number in a field. A field with nothing in it counts as 0.
import type { Json } from '@bellwire/model/json.ts';
import { isBlank, quote, toNumber } from '../../language/value.ts';
import { byFunction, type Operation, type Result } from './operation.ts';

export const numberOperations: readonly Operation[] = [
  counting('add', 'Add', (a, b) => a + b, [0.1, 0.2, 0.3]),
  counting('subtract', 'Subtract', (a, b) => a - b, [5, 7, -2]),
  counting('multiply', 'Multiply by', (a, b) => a * b, [19.99, 3, 59.97]),
  {
    ...counting('divide', 'Divide by', (a, b) => a / b, [1, 4, 0.25]),
    examples: [
      { of: { current: 1, value: 4 }, gives: 0.25 },
      { of: { current: 1, value: 0 }, gives: { refused: 'there is no such number' } },
    ],
  },
  {
    name: 'round',
    label: 'Round to decimals',
    asks: ['value'],
    run: ({ current, value, scope }) => byFunction('round', [current, value], scope),
    examples: [
      { of: { current: 1.005, value: 2 }, gives: 1.01 },
      { of: { current: '2.5' }, gives: 3 },
    ],
  },
];

function counting(
  name: string,
  label: string,
  count: (a: number, b: number) => number,
  [a, b, gives]: readonly [number, number, number],
): Operation {
  return {
    name,
    label,
    asks: ['value'],
    run: ({ current, value }) => counted(current, value, count),
    examples: [
      { of: { current: a, value: b }, gives },
      { of: { current: String(a), value: ` ${b} ` }, gives },
      { of: { current: null, value: 0.5 }, gives: tidy(count(0, 0.5)) },
      { of: { current: 'x', value: 1 }, gives: { refused: 'it holds "x", which is no number' } },
      { of: { current: 1, value: 'x' }, gives: { refused: 'the value is "x", which is no number' } },
    ],
  };
}

function counted(current: Json, value: Json, count: (a: number, b: number) => number): Result {
  const a = isBlank(current) ? 0 : toNumber(current);
  const b = isBlank(value) ? 0 : toNumber(value);
  if (a === undefined) return { ok: false, says: `it holds ${quote(current)}, which is no number` };
  if (b === undefined) return { ok: false, says: `the value is ${quote(value)}, which is no number` };
  const result = count(a, b);
  return Number.isFinite(result)
    ? { ok: true, value: tidy(result) }
    : { ok: false, says: 'there is no such number' };
}

/** 0.1 + 0.2 is 0.30000000000000004: the last digits of a double are noise to everybody who sees them. */
function tidy(number: number): number {
  return Number.isInteger(number) ? number : Number(number.toPrecision(15));
}
