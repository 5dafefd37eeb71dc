// Tests of what an order is made of: exact prices, numbers that can be read out, and a way that leads forward only.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { orderStatuses } from '@bellwire/model/order.ts';
import fc from 'fast-check';
import { exampleOrder } from '../example-order.ts';
import { isCurrency, moneyInWords, toMinorUnits } from './minor-units.ts';
import { orderNumber } from './order-number.ts';
import { changeStatus } from './order-status.ts';

test('every price with the decimals of its currency is kept to the last digit', () => {
  const currencies = [
    { currency: 'EUR', digits: 2 },
    { currency: 'JPY', digits: 0 },
    { currency: 'KWD', digits: 3 },
  ];
  const amounts = fc.integer({ min: 0, max: 999_999_999_999 });
  fc.assert(
    fc.property(amounts, fc.constantFrom(...currencies), (amount, { currency, digits }) => {
      const text = String(amount).padStart(digits + 1, '0');
      const at = text.length - digits;
      const price = digits === 0 ? text : `${text.slice(0, at)}.${text.slice(at)}`;
      deepEqual(toMinorUnits(price, currency), { ok: true, value: amount });
      deepEqual(toMinorUnits(Number(price), currency), { ok: true, value: amount });
    }),
  );
});

test('what is no exact price is refused with words', () => {
  for (const price of ['', 'free', '-1', '1,50', '1e3', '1.005', null, true, Number.NaN, 1e21, '1.2.3']) {
    const converted = toMinorUnits(price, 'EUR');
    ok(!converted.ok && converted.says.startsWith('The price '), String(price));
  }
  deepEqual(toMinorUnits(' 1.500 ', 'EUR'), { ok: true, value: 150 });
  deepEqual(toMinorUnits('5.', 'EUR'), { ok: true, value: 500 });
});

test('money is written by the language, and in English where that is none', () => {
  equal(moneyInWords(123_456, 'EUR', 'de').replace(/\s/g, ' '), '1.234,56 €');
  equal(moneyInWords(1990, 'EUR', 'no such language'), '€19.90');
  equal(isCurrency('EUR') && !isCurrency('EURO') && !isCurrency('eur'), true);
});

test('a number has eight letters that nobody mistakes, and other ids give others', () => {
  const numbers = Array.from({ length: 1000 }, (_, index) =>
    orderNumber(`01958f3e-7c00-7000-8000-${(index * 7919).toString(16).padStart(12, '0')}`),
  );
  for (const number of numbers) match(number, /^(?!.*[ILOU])[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  equal(new Set(numbers).size, 1000);
});

test('no way of statuses comes back to where it was', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...orderStatuses), { maxLength: 20 }), (wishes) => {
      let order = exampleOrder;
      const seen = [order.status];
      for (const status of wishes) {
        const change = changeStatus(order, status, { reference: '', now: exampleOrder.createdAt });
        if (change.is === 'unchanged') continue;
        order = change.order;
        seen.push(order.status);
      }
      equal(new Set(seen).size, seen.length);
    }),
  );
});
