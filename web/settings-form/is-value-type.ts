// Whether a text is the name of a type of values.
import { valueTypes, type ValueType } from '@bellwire/model/value-type.ts';

export function isValueType(type: string): type is ValueType {
  return valueTypes.some((known) => known === type);
}
