// Functions that write numbers for people, by the language of the contact.
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
    run: ({ value, decimals }, { locale }) => write(value, locale, 'decimal', decimals),
    examples: [
      { of: [1234567.5], gives: '1,234,567.5' },
      { of: ['3', 2], gives: '3.00' },
    ],
  }),
  languageFunction({
    name: 'percent',
    about: 'The number as a percentage: 0.25 is 25%.',
    takes: { value: { is: 'number', about: 'The share, 1 for all' }, decimals: DECIMALS },
    run: ({ value, decimals }, { locale }) => write(value, locale, 'percent', decimals),
    examples: [{ of: [0.256, 1], gives: '25.6%' }],
  }),
  languageFunction({
    name: 'money',
    about: 'An amount with its currency. With "minor" the amount is in cents, as payment providers send it.',
    takes: {
      amount: { is: 'number', about: 'The amount' },
      currency: { is: 'short', about: 'Three letters, e.g. EUR' },
      unit: { is: 'short', about: '"minor" for an amount in cents', default: 'major' },
    },
    run({ amount, currency, unit }, { locale }) {
      if (!/^[A-Za-z]{3}$/.test(currency)) return `${write(amount, locale, 'decimal', 2)} ${currency}`.trim();
      const code = currency.toUpperCase();
      const major = unit === 'minor' ? amount / 10 ** minorDigits(code) : amount;
      return write(major, locale, 'currency', -1, code);
    },
    examples: [
      { of: [1234.5, 'eur'], gives: '€1,234.50' },
      { of: [1999, 'USD', 'minor'], gives: '$19.99' },
      { of: [500, 'JPY', 'minor'], gives: '¥500' },
      { of: [5, ''], gives: '5.00' },
    ],
  }),
] as const;

/** 2 for most currencies, 0 for the yen, 3 for the Kuwaiti dinar. */
function minorDigits(currency: string): number {
  return (
    formatterOf(['en', 'currency', -1, currency].join('\n')).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** Writes with a fixed count of decimals; below 0, as many as the style is used to. */
function write(value: number, locale: string, style: string, decimals: number, currency = ''): string {
  return formatterOf([locale, style, decimals, currency].join('\n')).format(value);
}

/** Making an Intl formatter takes about 20 µs, using it under 1. */
const formatterOf = remember(200, (key) => {
  const [locale, style = '', decimals, currency = ''] = key.split('\n');
  const digits = Math.min(12, Math.trunc(Number(decimals)));
  const fixed = digits < 0 ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const options = { ...fixed, ...STYLES[style], ...(currency === '' ? {} : { currency }) };
  try {
    return new Intl.NumberFormat(locale, options);
  } catch {
    return new Intl.NumberFormat('en', options); // The locale came with the contact and is no language tag.
  }
});

const STYLES: { [style: string]: Intl.NumberFormatOptions } = {
  percent: { style: 'percent' },
  currency: { style: 'currency' },
};
