// The words for times near and far.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relativeWords } from './relative-words.ts';

const now = new Date('2030-06-15T12:00:00Z');
const said = (at: string) => relativeWords(new Date(at), now, 'en');

test('a few seconds either way are now', () => {
  assert.equal(said('2030-06-15T11:59:53Z'), 'now');
  assert.equal(said('2030-06-15T12:00:07Z'), 'now');
});

test('the past is told in the largest unit that has passed whole', () => {
  assert.equal(said('2030-06-15T11:59:01Z'), '59 sec. ago');
  assert.equal(said('2030-06-15T11:00:01Z'), '59 min. ago');
  assert.equal(said('2030-06-14T11:00:00Z'), 'yesterday');
  assert.equal(said('2030-06-06T12:00:00Z'), 'last wk.');
  assert.equal(said('2028-06-14T12:00:00Z'), '2 yr. ago');
});

test('the future is told too', () => {
  assert.equal(said('2030-06-15T14:30:00Z'), 'in 2 hr.');
});
