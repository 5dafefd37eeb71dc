// Tests of the shares of all workers together.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SHARDS } from './shard.ts';
import { shareOf } from './share-of.ts';

test('whatever the number of workers, their shares make up all shards and differ by one at most', () => {
  for (let workers = 1; workers <= SHARDS + 6; workers++) {
    const shares = Array.from({ length: workers }, (_, before) =>
      shareOf({ shards: SHARDS, workers, before }),
    );
    assert.equal(
      shares.reduce((sum, share) => sum + share, 0),
      SHARDS,
      `${workers} workers`,
    );
    assert.ok(Math.max(...shares) - Math.min(...shares) <= 1, `${workers} workers: ${shares.join()}`);
  }
});

test('a worker that does not find itself among the living takes what one would have', () => {
  assert.equal(shareOf({ shards: SHARDS, workers: 0, before: 0 }), SHARDS);
});
