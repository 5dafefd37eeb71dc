// The price of an app in words.
import type { App } from '@bellwire/model/app.ts';
import { moneyWords } from '../ui/money-words.ts';

export function priceWords(price: App['price']): string {
  if (price.is === 'free') return 'Free';
  const amount = moneyWords(price.amount, price.currency);
  return price.is === 'once' ? `${amount} once` : `${amount} a month`;
}
