// What the search in palettes finds, and in which order.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rankItems } from './rank-items.ts';

const items = [
  { label: 'Resend' },
  { label: 'Send message', about: 'Says something to the contact.' },
  { label: 'Fire trigger', keywords: ['event'] },
  { label: 'Réglages' },
];
const found = (query: string) => rankItems(items, query).map((item) => item.label);

test('a label that starts with the words comes before one that only contains them', () => {
  assert.deepEqual(found('send'), ['Send message', 'Resend']);
});

test('a later word, a keyword and the description are found too', () => {
  assert.deepEqual(found('trig'), ['Fire trigger']);
  assert.deepEqual(found('event'), ['Fire trigger']);
  assert.deepEqual(found('contact'), ['Send message']);
});

test('letters in order are enough, and accents need not be typed', () => {
  assert.deepEqual(found('sdmsg'), ['Send message']);
  assert.deepEqual(found('regl'), ['Réglages']);
});

test('nothing typed keeps everything, nonsense finds nothing', () => {
  assert.equal(found('  ').length, 4);
  assert.deepEqual(found('zzz'), []);
});
