// Turning pages forth and back, with nothing but the address to remember them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newerTrail, olderTrail, pageAfter, pageNumber } from './page-trail.ts';

test('turning back leads over the pages that were turned', () => {
  const second = olderTrail(undefined, 'one');
  const third = olderTrail(second, 'two');
  assert.equal(pageAfter(third), 'two');
  assert.equal(pageNumber(third), 3);
  assert.equal(newerTrail(third), second);
  assert.equal(newerTrail(second), undefined);
});

test('the newest page begins after nothing', () => {
  assert.equal(pageAfter(undefined), undefined);
  assert.equal(pageNumber(undefined), 1);
});
