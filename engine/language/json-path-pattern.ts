// The pattern functions of JSONPath, `match` and `search`, in linear time.
import type { FilterFunction } from 'json-p3';
import { FunctionExpressionType } from 'json-p3';
import { compilePattern } from './pattern.ts';

/** `pay` is told the cost of each test before it is made. */
export function patternFunctions(pay: (cost: number) => void): [string, FilterFunction][] {
  const declare = (where: 'whole' | 'anywhere'): FilterFunction => ({
    argTypes: [FunctionExpressionType.ValueType, FunctionExpressionType.ValueType],
    returnType: FunctionExpressionType.LogicalType,
    call(text: unknown, pattern: unknown) {
      if (typeof text !== 'string' || typeof pattern !== 'string') return false;
      const compiled = compilePattern(pattern);
      if (!compiled.ok) return false;
      pay(Math.ceil((text.length * compiled.pattern.size) / 10));
      return compiled.pattern.test(text, where);
    },
  });
  return [
    ['match', declare('whole')],
    ['search', declare('anywhere')],
  ];
}
