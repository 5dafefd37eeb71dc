// The operators of formulas: how tightly each binds, and what it makes of its two sides.
import type { Json } from '@bellwire/model/json.ts';
import { asText } from './as-text.ts';
import { isSame, order } from './compare.ts';
import { isBlank, quote, toNumber } from './value.ts';

export type Operated = { ok: true; value: Json } | { ok: false; says: string };

export type FormulaOperator = {
  /** A higher number binds tighter. */
  readonly binds: number;
  /** `2 ^ 3 ^ 2` is `2 ^ (3 ^ 2)`. */
  readonly toTheRight?: true;
  readonly run: (left: Json, right: Json) => Operated;
};

/** `or`, `and` and `not` are not here: they need not look at both sides, so the parser knows them. */
export const BINDS = { or: 1, and: 2, not: 3, comparison: 4, sum: 5, product: 6, sign: 7, power: 8 } as const;

const comparison = (holds: (left: Json, right: Json) => boolean): FormulaOperator => ({
  binds: BINDS.comparison,
  run: (left, right) => ({ ok: true, value: holds(left, right) }),
});

const ordered = (fits: (order: number) => boolean): FormulaOperator =>
  comparison((left, right) => fits(order(left, right) ?? Number.NaN));

const arithmetic = (
  binds: number,
  run: (left: number, right: number) => number,
  direction: { toTheRight?: true } = {},
): FormulaOperator => ({ binds, ...direction, run: (left, right) => calculate(left, right, run) });

const isEqual = comparison(isSame);
const isDifferent = comparison((left, right) => !isSame(left, right));

/** Longer signs first: the parser takes the first that is next in the text. */
export const formulaOperators: readonly (readonly [sign: string, operator: FormulaOperator])[] = [
  ['==', isEqual],
  ['!=', isDifferent],
  ['<>', isDifferent],
  ['≠', isDifferent],
  ['<=', ordered((found) => found <= 0)],
  ['≤', ordered((found) => found <= 0)],
  ['>=', ordered((found) => found >= 0)],
  ['≥', ordered((found) => found >= 0)],
  ['=', isEqual],
  ['<', ordered((found) => found < 0)],
  ['>', ordered((found) => found > 0)],
  ['+', { binds: BINDS.sum, run: add }],
  ['-', arithmetic(BINDS.sum, (left, right) => left - right)],
  ['*', arithmetic(BINDS.product, (left, right) => left * right)],
  ['/', arithmetic(BINDS.product, (left, right) => left / right)],
  ['%', arithmetic(BINDS.product, (left, right) => left % right)],
  ['^', arithmetic(BINDS.power, (left, right) => left ** right, { toTheRight: true })],
];

/** Adds what are numbers on both sides and joins everything else as text: field values often are texts of digits. */
function add(left: Json, right: Json): Operated {
  if (isAddable(left) && isAddable(right)) return calculate(left, right, (first, second) => first + second);
  return { ok: true, value: asText(left) + asText(right) };
}

/** Blank text is not: `first + " " + last` must stay text when there is no first name. */
function isAddable(value: Json): boolean {
  return value === null || toNumber(value) !== undefined;
}

function calculate(left: Json, right: Json, run: (left: number, right: number) => number): Operated {
  const [first, second] = [operand(left), operand(right)];
  if (first === undefined) return { ok: false, says: `${quote(left)} is not a number` };
  if (second === undefined) return { ok: false, says: `${quote(right)} is not a number` };
  const value = run(first, second);
  if (Number.isFinite(value)) return { ok: true, value: tidy(value) };
  return {
    ok: false,
    says: second === 0 ? 'division by zero' : 'the result is too large, or no real number',
  };
}

/** 15 significant digits, as spreadsheets keep: nobody wants to read that 0.1 + 0.2 is 0.30000000000000004. */
function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

/** A field without a value counts as 0, as in a spreadsheet. */
function operand(value: Json): number | undefined {
  return isBlank(value) ? 0 : toNumber(value);
}
