// Tests of who owns which shards, with real sessions.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { codeWith } from '../code.ts';
import { testDatabase, type TestDatabase } from '../database/test-database.ts';
import { uuidV7 } from '../database/uuid.ts';
import { openOwnership, type Ownership } from './ownership.ts';
import { SHARDS } from './shard.ts';

async function worker(t: TestContext, database: TestDatabase): Promise<Ownership> {
  const ownership = await openOwnership({
    openClient: database.openClient,
    workerId: uuidV7(),
    code: codeWith(9999),
    log: pino({ level: 'silent' }),
  });
  database.beforeDrop(() => ownership.release());
  return ownership;
}

async function tendUntil(workers: readonly Ownership[], isReached: () => boolean): Promise<void> {
  for (let turn = 0; turn < 60 && !isReached(); turn++) {
    for (const each of workers) await each.tend();
    await sleep(100);
  }
}

test('two workers share the shards evenly, and none is owned twice', async (t) => {
  const database = await testDatabase(t);
  const [one, two] = [await worker(t, database), await worker(t, database)];
  await tendUntil([one, two], () => two.shards.size === SHARDS / 2 && one.shards.size === SHARDS / 2);
  assert.equal(one.shards.size, SHARDS / 2);
  assert.equal(new Set([...one.shards, ...two.shards]).size, SHARDS);
});

test('five workers have all shards between them, none has two more than another', async (t) => {
  const database = await testDatabase(t);
  const workers: Ownership[] = [];
  for (let n = 0; n < 5; n++) workers.push(await worker(t, database));
  const sizes = () => workers.map(({ shards }) => shards.size).toSorted((a, b) => a - b);
  await tendUntil(workers, () => sizes().join() === '12,13,13,13,13');
  assert.deepEqual(sizes(), [12, 13, 13, 13, 13]);
  assert.equal(new Set(workers.flatMap(({ shards }) => [...shards])).size, SHARDS);
});

test('what a leaving worker had is taken at the next turn when its going was heard, without waiting for a beat', async (t) => {
  const database = await testDatabase(t);
  const [one, two] = [await worker(t, database), await worker(t, database)];
  await tendUntil([one, two], () => two.shards.size === SHARDS / 2);
  await two.tend(true);
  await one.release();
  assert.deepEqual(await two.tend(), { gained: [], lost: [] });
  assert.equal((await two.tend(true)).gained.length, SHARDS / 2);
});

test('the shards of a killed worker are taken as soon as its session is gone, while its row still looks alive', async (t) => {
  const database = await testDatabase(t);
  const [one, two] = [await worker(t, database), await worker(t, database)];
  await tendUntil([one, two], () => two.shards.size === SHARDS / 2);
  // As a kill of the process leaves it: the connection is cut, nothing is said.
  await one.session.end();
  await tendUntil([two], () => two.shards.size === SHARDS);
  assert.equal(two.shards.size, SHARDS);
  const rows = await database.platform.selectFrom('server_process').select('id').execute();
  assert.equal(rows.length, 2);
});
