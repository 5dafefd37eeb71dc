// The value rules: how any JSON value becomes a text, number, boolean, date, datetime or json value.
import type { ValueType } from '@bellwire/model/value-type.ts';
import type { Json } from '@bellwire/model/json.ts';
import { parseJson } from '@bellwire/model/json.ts';
import { asText } from './as-text.ts';
import { readInstant } from './instant.ts';

export type Coerced = { ok: true; value: Json } | { ok: false; says: string };

/**
 * Turns `value` into the given field type by the rules every part of the product shares.
 * Null and blank text empty a field (`null`), except that a boolean is then `false`.
 * `says` continues a sentence that begins with the place: `Item "amount" ` + says.
 *
 * @example coerce(' 12.5 ', 'number') // { ok: true, value: 12.5 }
 * @example coerce('soon', 'date')     // { ok: false, says: 'must be a date like 2026-01-31, but is "soon"' }
 */
export function coerce(value: Json, type: ValueType): Coerced {
  return RULES[type](value);
}

const RULES: Record<ValueType, (value: Json) => Coerced> = {
  text: (value) => (value === null ? { ok: true, value } : { ok: true, value: asText(value) }),

  number(value) {
    if (isBlank(value)) return { ok: true, value: null };
    const number = toNumber(value);
    return number === undefined ? refuse('a number like 12.5', value) : { ok: true, value: number };
  },

  boolean: (value) => ({ ok: true, value: toBoolean(value) }),

  date(value) {
    if (isBlank(value)) return { ok: true, value: null };
    const instant = typeof value === 'string' ? readInstant(value) : undefined;
    return instant ? { ok: true, value: instant.slice(0, 10) } : refuse('a date like 2026-01-31', value);
  },

  datetime(value) {
    if (isBlank(value)) return { ok: true, value: null };
    const instant = typeof value === 'string' ? readInstant(value) : undefined;
    return instant
      ? { ok: true, value: instant }
      : refuse('a date and time like 2026-01-31T18:00:00Z or 2026-01-31 18:00:00 (UTC)', value);
  },

  json(value) {
    if (isBlank(value)) return { ok: true, value: null };
    return typeof value === 'string' ? parseJson(value) : { ok: true, value };
  },
};

/** A finite number from a number, a boolean (1 or 0) or decimal text; `undefined` for everything else. */
export function toNumber(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  // `Number` alone also takes '', '0x1F' and 'Infinity', which nobody means when typing an amount.
  if (!DECIMAL.test(text)) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;

/** False for false, 0, null, blank text and the words "no", "false" and "0"; true for everything else. */
export function toBoolean(value: Json | undefined): boolean {
  if (typeof value === 'string') return !NO_WORDS.has(value.trim().toLowerCase());
  return value !== undefined && value !== null && value !== false && value !== 0;
}

const NO_WORDS = new Set(['', '0', 'no', 'false']);

/** True for nothing at all: null, undefined or text of spaces only. */
export function isBlank(value: Json | undefined): value is null | undefined | string {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** Text that holds JSON as that JSON; every other value as it is. */
export function asJson(value: Json): Json {
  if (typeof value !== 'string') return value;
  const parsed = parseJson(value);
  return parsed.ok ? parsed.value : value;
}

function refuse(expected: string, value: Json): Coerced {
  return { ok: false, says: `must be ${expected}, but is ${quote(value)}` };
}

/** The value as shown in an error text, cut to what fits one line. */
export function quote(value: Json | undefined): string {
  const text =
    value === undefined
      ? 'missing'
      : typeof value === 'object' && value !== null
        ? kindOf(value)
        : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function kindOf(value: object): string {
  return Array.isArray(value) ? 'a list' : 'an object';
}
