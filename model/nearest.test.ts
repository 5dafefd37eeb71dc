// Tests of the search for the name that was meant.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest, orNearest } from './nearest.ts';

const names = ['amount', 'currency', 'payment_status', 'id'];

test('a swap, a missing, a wrong and a double letter are each one mistake', () => {
  for (const typed of ['amuont', 'amont', 'amouns', 'ammount', 'Amount'])
    assert.equal(nearest(typed, names), 'amount');
  assert.equal(nearest('paymentstatus', names), 'payment_status');
});

test('a name that is like none of the known ones has no nearest', () => {
  assert.equal(nearest('colour', names), undefined);
  assert.equal(nearest('x', []), undefined);
});

test('a name longer than any of ours is not compared, so that it costs no time', () => {
  assert.ok(nearest('a'.repeat(1_000_000), ['a'.repeat(999_999)]) === undefined);
});

test('the words suggest the nearest name, else list the known ones, else say that there are none', () => {
  assert.equal(orNearest('amuont', names, 'app fields'), 'Did you mean "amount"?');
  assert.equal(orNearest('zzz', ['a_b', 'c_d'], 'app fields'), 'The app fields are a_b, c_d.');
  assert.equal(orNearest('zzz', [], 'app fields'), 'There are no app fields yet.');
});
