// What people call the types of values.
import type { ValueType } from '@bellwire/model/value-type.ts';

export const typeWords: Readonly<Record<ValueType, string>> = {
  text: 'Text',
  number: 'Number',
  boolean: 'Yes or no',
  date: 'Date',
  datetime: 'Date and time',
  json: 'JSON',
};
