// An amount of money.
import { moneyWords } from './money-words.ts';

export function Money({ minor, currency }: { minor: number; currency: string }) {
  return <span className="money">{moneyWords(minor, currency)}</span>;
}
