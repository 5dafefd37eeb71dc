// Tests of what the owner of shards remembers, and forgets in time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LaneState } from './lane-state.ts';
import { shardOf } from './shard.ts';

const lane = '01958f3e-7c00-7000-8000-000000000005';
const elsewhere = '01958f3e-7c00-7000-8000-000000000006';

test('a shard that is taken again does not wait for what another worker has done in the meantime', () => {
  const state = new LaneState();
  for (const each of [lane, elsewhere]) {
    state.waiting.add(each);
    state.held.add(each);
  }
  state.forgetShards([shardOf(lane)]);
  assert.deepEqual([...state.waiting], [elsewhere]);
  assert.deepEqual([...state.held], [elsewhere]);
});
