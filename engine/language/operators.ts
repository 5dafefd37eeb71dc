// The list of all operators of conditions, and how they are found.
import type { OperandType, Operator } from './operator.ts';
import { booleanOperators } from './operators/boolean.ts';
import { dateOperators } from './operators/date.ts';
import { jsonOperators } from './operators/json.ts';
import { numberOperators } from './operators/number.ts';
import { presenceOperators } from './operators/presence.ts';
import { tagOperators } from './operators/tags.ts';
import { textOperators } from './operators/text.ts';

export const operators: readonly Operator[] = [
  ...textOperators,
  ...numberOperators,
  ...booleanOperators,
  ...dateOperators,
  ...jsonOperators,
  ...tagOperators,
  ...presenceOperators,
];

const byName = new Map(operators.map((each) => [each.name, each]));

export function findOperator(name: string): Operator | undefined {
  return byName.get(name);
}

/** The operators to offer for a field of this type, in the order of the list. */
export function operatorsFor(type: OperandType): readonly Operator[] {
  return operators.filter(({ types }) => types.includes(type));
}
