// An amount in minor units as people write it in their language.
/**
 * `minor` is an integer of the currency's smallest unit: 1250 EUR is "€12.50", 1250 JPY is "¥1,250".
 * An unknown currency code is shown as it is, behind the plain number.
 */
export function moneyWords(minor: number, currency: string, locale?: string): string {
  try {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    return format.format(minor / 10 ** digits);
  } catch {
    return `${minor} ${currency}`;
  }
}
