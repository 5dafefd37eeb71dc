// Operators of lists and objects.
import type { Json } from '@bellwire/model/json.ts';
import { isJsonObject, ownValue } from '@bellwire/model/json.ts';
import { asText } from '../as-text.ts';
import { isSame } from '../compare.ts';
import type { Operator } from '../operator.ts';

const base = { types: ['json'], reads: 'json' } as const;

export const jsonOperators: readonly Operator[] = [
  onCount('equals', '=', (count, right) => count === right, { left: [1, 2], right: 2, holds: true }),
  onCount('not_equals', '≠', (count, right) => count !== right, { left: [1, 2], right: 2, holds: false }),
  onCount('greater', '>', (count, right) => count > right, { left: { a: 1 }, right: 0, holds: true }),
  onCount('at_least', '≥', (count, right) => count >= right, { left: '[1]', right: 1, holds: true }),
  onCount('less', '<', (count, right) => count < right, { left: null, right: 1, holds: true }),
  onCount('at_most', '≤', (count, right) => count <= right, { left: [1, 2], right: 1, holds: false }),
  {
    ...base,
    name: 'has_value',
    label: 'has an item with the value',
    about: 'An item of the list is the value, or has it under any key.',
    asks: 'text',
    holds: (left, right) =>
      itemsOf(left).some((item) => valuesOf(item).some((value) => isSame(value, right))),
    examples: [
      { left: ['red', 'blue'], right: 'Blue', holds: true },
      { left: [{ sku: 'a1', count: 2 }], right: '2', holds: true },
      { left: null, right: 'a1', holds: false },
    ],
  },
  {
    ...base,
    name: 'has_key',
    label: 'has an item with the key',
    about: 'An item of the list, or the object itself, has the key.',
    asks: 'text',
    holds: (left, right) => objectsOf(left).some((item) => ownValue(item, asText(right)) !== undefined),
    examples: [
      { left: [{ sku: 'a1' }], right: 'sku', holds: true },
      { left: { sku: null }, right: 'sku', holds: true },
      { left: [{}], right: 'constructor', holds: false },
    ],
  },
  {
    ...base,
    name: 'has_pair',
    label: 'has an item with key and value',
    about: 'An item of the list, or the object itself, has the value under the key.',
    asks: 'pair',
    holds: (left, right) =>
      objectsOf(left).some((item) => {
        const value = ownValue(item, asText(ownValue(right, 'key')));
        return value !== undefined && isSame(value, ownValue(right, 'value') ?? null);
      }),
    examples: [
      { left: [{ sku: 'a1' }, { sku: 'b2' }], right: { key: 'sku', value: 'B2' }, holds: true },
      { left: [{ sku: 'a1' }], right: { key: 'sku', value: 'c3' }, holds: false },
      { left: { sku: 'a1' }, right: { key: 'none', value: null }, holds: false },
    ],
  },
];

function onCount(
  name: string,
  sign: string,
  compare: (count: number, right: number) => boolean,
  example: Operator['examples'][number],
): Operator {
  return {
    ...base,
    name: `count_${name}`,
    label: `item count ${sign}`,
    about: `How many items the list has, or keys the object, ${sign} the number.`,
    asks: 'number',
    holds: (left, right) => compare(itemsOf(left).length, Number(right)),
    examples: [example],
  };
}

function itemsOf(value: Json): Json[] {
  if (Array.isArray(value)) return value;
  return isJsonObject(value) ? Object.values(value) : [];
}

function objectsOf(value: Json): Json[] {
  return Array.isArray(value) ? value : [value];
}

function valuesOf(item: Json): Json[] {
  return isJsonObject(item) ? Object.values(item) : [item];
}
