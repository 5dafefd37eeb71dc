// Meaning: what the app costs whoever buys it from now on.
import type { App } from '../../app.ts';
import type { MeaningRule } from './meaning.ts';

export const priceChanged: MeaningRule = {
  about: 'The price of the store; who has bought the app is asked for nothing more.',
  of: ({ price: before }, { price: after }) =>
    words(before) === words(after)
      ? []
      : [{ is: 'brings', says: `New installs cost ${words(after)}; it was ${words(before)}.` }],
  examples: [
    {
      says: 'a price is told in the currency',
      before: {},
      after: { price: { is: 'monthly', amount: 1999, currency: 'EUR' } },
      means: ['brings: New installs cost 19.99 EUR a month; it was nothing.'],
    },
  ],
};

function words(price: App['price']): string {
  if (price.is === 'free') return 'nothing';
  const digits = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: price.currency,
  }).resolvedOptions().maximumFractionDigits;
  const sum = (price.amount / 10 ** (digits ?? 2)).toFixed(digits ?? 2);
  return `${sum} ${price.currency}${price.is === 'monthly' ? ' a month' : ''}`;
}
