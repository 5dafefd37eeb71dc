// Money is written by the currency's own rules.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moneyWords } from './money-words.ts';

test('the minor unit is the currency’s own', () => {
  assert.equal(moneyWords(1250, 'EUR', 'en'), '€12.50');
  assert.equal(moneyWords(1250, 'JPY', 'en'), '¥1,250');
  assert.equal(moneyWords(1250, 'KWD', 'en'), 'KWD\u00a01.250');
  assert.equal(moneyWords(-5, 'USD', 'en'), '-$0.05');
});

test('a code that is no currency is shown, not thrown', () => {
  assert.equal(moneyWords(1250, 'not-money', 'en'), '1250 not-money');
});
