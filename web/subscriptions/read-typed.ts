// Reads a value of a known type out of what was typed; what does not fit stays text, for the server to say so.
import { parseJson, type Json } from '@bellwire/model/json.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';

/** @example readTyped('12.50', 'number') // 12.5 */
export function readTyped(text: string, type: ValueType): Json {
  return readers[type](text);
}

const asIs = (text: string): Json => text;

const readers: Readonly<Record<ValueType, (text: string) => Json>> = {
  text: asIs,
  date: asIs,
  datetime: asIs,
  number: (text) => {
    // A number half typed, such as "1.", must not lose what was typed.
    const value = Number(text);
    return text.trim() !== '' && String(value) === text.trim() ? value : text;
  },
  boolean: (text) => (text === 'true' ? true : text === 'false' ? false : text),
  json: (text) => {
    const parsed = parseJson(text);
    return parsed.ok ? parsed.value : text;
  },
};
