// Rule: the currency of a price exists.
import { nearest } from '../nearest.ts';
import type { AppRule } from './rule.ts';

export const priceCurrency: AppRule = {
  about: 'A price is in a currency that exists.',
  check: ({ price }) => {
    if (price.is === 'free') return [];
    const currencies = Intl.supportedValuesOf('currency');
    if (currencies.includes(price.currency)) return [];
    const meant = nearest(price.currency, currencies);
    const help = meant === undefined ? '' : ` Did you mean ${meant}?`;
    return [
      {
        path: ['price', 'currency'],
        says: `There is no currency ${price.currency}; a code of ISO 4217 such as EUR is expected.${help}`,
      },
    ];
  },
  examples: [
    { says: 'euros', app: { price: { is: 'once', amount: 900, currency: 'EUR' } }, complains: [] },
    {
      says: 'letters that are no currency',
      app: { price: { is: 'monthly', amount: 900, currency: 'QQQ' } },
      complains: ['price.currency: There is no currency QQQ; a code of ISO 4217 such as EUR is expected.'],
    },
  ],
};
