// What was typed, as a value of the type it has to be; what cannot be read stays a text, for the check to speak about.
import { coerce } from '@bellwire/engine/language/value.ts';
import type { Json } from '@bellwire/model/json.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';

/** @example typedValue('12.5', 'number') // 12.5 */
export function typedValue(text: string, type: ValueType): Json {
  const read = coerce(text, type);
  return read.ok ? read.value : text;
}
