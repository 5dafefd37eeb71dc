// The operations of the step "Set field".
import type { Operation } from './operation.ts';
import { codingOperations } from './coding-operations.ts';
import { dateOperations } from './date-operations.ts';
import { numberOperations } from './number-operations.ts';
import { partOperations } from './part-operations.ts';
import { textOperations } from './text-operations.ts';
import { valueOperations } from './value-operations.ts';

export const operations: readonly Operation[] = [
  ...valueOperations,
  ...textOperations,
  ...partOperations,
  ...codingOperations,
  ...numberOperations,
  ...dateOperations,
];

const byName = new Map(operations.map((operation) => [operation.name, operation]));

export function findOperation(name: string): Operation | undefined {
  return byName.get(name);
}
