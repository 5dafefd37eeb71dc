// The input that asks for the value of an app field.
import type { AppField } from '@bellwire/model/app-field.ts';
import type { Input } from '@bellwire/model/input.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';

const types: Readonly<Record<ValueType, Input['type']>> = {
  text: 'string',
  number: 'number',
  boolean: 'checkbox',
  date: 'string',
  datetime: 'string',
  json: 'text',
};

/** @example inputFor({ name: 'amount', label: 'Amount', type: 'number' }, []) // { name: 'amount', title: 'Amount', saveTo: 'amount', … } */
export function inputFor({ name, label, type }: AppField, others: readonly Input[]): Input {
  const taken = others.map((input) => input.name);
  return {
    name: taken.includes(name) ? nameFrom(label, taken) : name,
    type: types[type],
    title: label,
    // An unticked box is an answer too.
    required: type !== 'boolean',
    saveTo: name,
  };
}
