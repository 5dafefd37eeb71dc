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
    ...counting('modulo', 'Keep the rest of dividing by', (a, b) => a % b, [17, 5, 2]),
    examples: [
      { of: { current: 17, value: 5 }, gives: 2 },
      { of: { current: -7, value: 3 }, gives: -1 },
      { of: { current: 1, value: 0 }, gives: { refused: 'there is no such number' } },
    ],
  },
  {
    ...counting('power', 'Raise to the power of', (a, b) => a ** b, [2, 10, 1024]),
    examples: [
      { of: { current: 4, value: -0.5 }, gives: 0.5 },
      { of: { current: 10, value: 400 }, gives: { refused: 'there is no such number' } },
    ],
  },
  ofNumber(
    'root',
    'Take the root of degree',
    ['value'],
    [
      { of: { current: 27, value: 3 }, gives: 3 },
      { of: { current: 16 }, gives: 4 },
      { of: { current: -1, value: 2 }, gives: { refused: 'root: there is no such number' } },
    ],
  ),
  ofNumber(
    'log',
    'Take the logarithm with base',
    ['value'],
    [
      { of: { current: 8, value: 2 }, gives: 3 },
      { of: { current: 1 }, gives: 0 },
      { of: { current: 0, value: 10 }, gives: { refused: 'log: there is no such number' } },
    ],
  ),
  ofNumber(
    'floor',
    'Round down',
    [],
    [
      { of: { current: -2.1 }, gives: -3 },
      { of: { current: null }, gives: 0 },
      { of: { current: 'x' }, gives: { refused: 'floor: "value" must be a number' } },
    ],
  ),
  ofNumber(
    'ceil',
    'Round up',
    [],
    [
      { of: { current: '2.1' }, gives: 3 },
      { of: { current: 9007199254740991 }, gives: 9007199254740991 },
    ],
  ),
  {
    name: 'random',
    label: 'Set to a random whole number from … to …',
    asks: ['from', 'to'],
    run: ({ from, to = 100, scope }) =>
      Math.floor(to) < Math.ceil(from)
        ? { ok: false, says: `there is no whole number from ${from} to ${to}` }
        : byFunction('random', [from, to], scope),
    examples: [
      { of: { from: 1, to: 6 }, gives: 4 },
      { of: { from: 5, to: 5 }, gives: 5 },
      { of: { from: 6, to: 1 }, gives: { refused: 'there is no whole number from 6 to 1' } },
    ],
  },
  ofNumber(
    'round',
    'Round to decimals',
    ['value'],
    [
      { of: { current: 1.005, value: 2 }, gives: 1.01 },
      { of: { current: '2.5' }, gives: 3 },
      { of: { current: 1234, value: -2 }, gives: 1200 },
    ],
  ),
];

/** By the function of the language of the same name; without a value it takes the function's own default. */
function ofNumber(
  name: string,
  label: string,
  asks: Operation['asks'],
  examples: Operation['examples'],
): Operation {
  return {
    name,
    label,
    asks,
    run: ({ current, value, scope }) =>
      byFunction(name, isBlank(value) ? [current] : [current, value], scope),
    examples,
  };
}

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
