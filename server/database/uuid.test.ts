// Tests of ids: their form, and that a later one is always the greater one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { smallestUuidAt, timeOfUuid, uuidSource, uuidV7 } from './uuid.ts';

test('an id is a uuid of version 7 that holds the time it was made', () => {
  const before = Date.now();
  const id = uuidV7();
  assert.ok(z.uuidv7().safeParse(id).success, id);
  const time = parseInt(id.replace('-', '').slice(0, 12), 16);
  assert.ok(time >= before && time <= Date.now() + 1, `${time}`);
});

test('ids sort as they were made: more than fit into one millisecond, and after the clock was put back', () => {
  let clock = 1_700_000_000_000;
  const next = uuidSource(() => clock);
  const ids = Array.from({ length: 10_000 }, () => next());
  clock -= 60_000;
  ids.push(...Array.from({ length: 10_000 }, () => next()));
  clock += 120_000;
  ids.push(next());
  assert.deepEqual(ids.toSorted(), ids);
  assert.equal(new Set(ids).size, ids.length);
});

test('two sources at the same millisecond give different ids', () => {
  const first = uuidSource(() => 1);
  const second = uuidSource(() => 1);
  assert.notEqual(first(), second());
});

test('the time of an id can be read back, and no id of that time is smaller than its smallest', () => {
  const at = new Date('2026-01-31T18:00:00.123Z');
  const id = uuidSource(() => at.getTime())();
  assert.equal(timeOfUuid(id).toISOString(), at.toISOString());
  assert.ok(smallestUuidAt(at) <= id);
  assert.ok(smallestUuidAt(new Date(at.getTime() + 1)) > id);
});
