// Operations for fields of any type.
import { compileFormula, evaluate } from '../../language/formula.ts';
import type { Operation } from './operation.ts';

export const valueOperations: readonly Operation[] = [
  {
    name: 'set',
    label: 'Set to',
    asks: ['value'],
    run: ({ value }) => ({ ok: true, value }),
    examples: [
      { of: { current: 1, value: 'paid' }, gives: 'paid' },
      { of: { value: [1] }, gives: [1] },
    ],
  },
  {
    name: 'clear',
    label: 'Clear',
    asks: [],
    run: () => ({ ok: true, value: null }),
    examples: [{ of: { current: 'x' }, gives: null }],
  },
  {
    name: 'formula',
    label: 'Work out by a formula',
    asks: ['formula'],
    run: ({ formula, scope }) => {
      const compiled = compileFormula(formula);
      if (!compiled.ok)
        return { ok: false, says: `the formula cannot be read: ${compiled.problems[0]?.says ?? ''}` };
      const evaluated = evaluate(compiled.formula, scope);
      return evaluated.ok
        ? evaluated
        : { ok: false, says: `the formula has no result: ${evaluated.problem.says}` };
    },
    examples: [
      { of: { formula: 'round(19.99 * 1.19, 2)' }, gives: 23.79 },
      { of: { formula: '1 +' }, gives: { refused: 'the formula cannot be read' } },
      { of: { formula: '1 / 0' }, gives: { refused: 'the formula has no result' } },
    ],
  },
];
