// Prices as people write them, and as they are kept: whole minor units of the currency, so that no sum is ever off by a cent.
import type { Json } from '@bellwire/model/json.ts';
import { quote } from '../../language/value.ts';

type Converted =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly says: string };

/**
 * A price in the currency's major unit as minor units, exactly: by its decimal digits, never by a multiplication.
 *
 * @example toMinorUnits('19.9', 'EUR') // { ok: true, value: 1990 }
 * @example toMinorUnits(1990, 'JPY') // { ok: true, value: 1990 }
 */
export function toMinorUnits(price: Json, currency: string): Converted {
  const digits = minorDigits(currency);
  const text = typeof price === 'number' ? String(price) : typeof price === 'string' ? price.trim() : '';
  const [, whole, fraction = ''] = /^(\d{1,12})(?:\.(\d*))?$/.exec(text) ?? [];
  if (whole === undefined)
    return { ok: false, says: `The price must be an amount such as 19.99, but is ${quote(price)}.` };
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > digits) {
    return {
      ok: false,
      says: `The price ${quote(price)} has more decimals than ${currency} has: ${digits}. Round it first.`,
    };
  }
  return { ok: true, value: Number(whole + kept.padEnd(digits, '0')) };
}

/** @example moneyInWords(1990, 'EUR', 'en') // '€19.90' */
export function moneyInWords(amount: number, currency: string, locale: string): string {
  const options = { style: 'currency', currency } as const;
  const major = amount / 10 ** minorDigits(currency);
  try {
    return new Intl.NumberFormat(locale, options).format(major);
  } catch {
    // The locale came with the contact, and may be no such thing.
    return new Intl.NumberFormat('en', options).format(major);
  }
}

const currencies = new Set(Intl.supportedValuesOf('currency'));

export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}
