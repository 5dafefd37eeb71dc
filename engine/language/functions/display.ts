// Functions that write numbers for people, by the language of the contact.
import type { Scope } from '../scope.ts';
import { languageFunction } from '../function.ts';
import { remember } from '../remember.ts';

const DECIMALS = {
  is: 'number',
  about: 'Decimals, 0 to 12; left out: as many as needed, at most 3',
  default: -1,
} as const;

export const displayFunctions = [
  languageFunction({
    name: 'number',
    about: 'The number as people write it, with separators for thousands.',
    takes: { value: { is: 'number', about: 'The number' }, decimals: DECIMALS },
    run: ({ value, decimals }, { locale }) => format(locale, withDecimals(decimals), value),
    examples: [
      { of: [1234567.5], gives: '1,234,567.5' },
      { of: ['3', 2], gives: '3.00' },
    ],
  }),
  languageFunction({
    name: 'percent',
    about: 'The number as a percentage: 0.25 is 25%.',
    takes: { value: { is: 'number', about: 'The share, 1 for all' }, decimals: DECIMALS },
    run: ({ value, decimals }, { locale }) =>
      format(locale, { style: 'percent', ...withDecimals(decimals) }, value),
    examples: [{ of: [0.256, 1], gives: '25.6%' }],
  }),
  languageFunction({
    name: 'money',
    about: 'An amount with its currency. With "minor" the amount is in cents, as payment providers send it.',
    takes: {
      amount: { is: 'number', about: 'The amount' },
      currency: { is: 'text', about: 'Three letters, e.g. EUR' },
      unit: { is: 'text', about: '"minor" for an amount in cents', default: 'major' },
    },
    run({ amount, currency, unit }, { locale }) {
      if (!/^[A-Za-z]{3}$/.test(currency))
        return `${format(locale, withDecimals(2), amount)} ${currency}`.trim();
      const options = { style: 'currency', currency: currency.toUpperCase() } as const;
      const cents = numberFormat(locale, options).resolvedOptions().maximumFractionDigits ?? 2;
      return format(locale, options, unit === 'minor' ? amount / 10 ** cents : amount);
    },
    examples: [
      { of: [1234.5, 'eur'], gives: '€1,234.50' },
      { of: [1999, 'USD', 'minor'], gives: '$19.99' },
      { of: [500, 'JPY', 'minor'], gives: '¥500' },
      { of: [5, ''], gives: '5.00' },
    ],
  }),
] as const;

function withDecimals(decimals: number): Intl.NumberFormatOptions {
  if (decimals < 0) return {};
  const digits = Math.min(12, Math.trunc(decimals));
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

function format(locale: Scope['locale'], options: Intl.NumberFormatOptions, value: number): string {
  return numberFormat(locale, options).format(value);
}

/** Making an Intl formatter takes about 20 µs, using it under 1. */
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return rememberedFormat(JSON.stringify([locale, options]));
}

const rememberedFormat = remember(200, (key) => {
  const [locale, options]: [string, Intl.NumberFormatOptions] = JSON.parse(key);
  try {
    return new Intl.NumberFormat(locale, options);
  } catch {
    return new Intl.NumberFormat('en', options); // The contact's locale came from outside and is no language tag.
  }
});
