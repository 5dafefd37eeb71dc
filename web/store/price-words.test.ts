// Prices as people read them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { priceWords } from './price-words.ts';

test('a price says how often it is paid', () => {
  assert.equal(priceWords({ is: 'free' }), 'Free');
  assert.match(priceWords({ is: 'once', amount: 1900, currency: 'EUR' }), /19.*once$/);
  assert.match(priceWords({ is: 'monthly', amount: 500, currency: 'USD' }), /5.*a month$/);
});
