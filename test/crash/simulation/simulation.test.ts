// A short run of the simulation, and proof that it would see a mistake in the parts it plays with.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planBatch } from '@bellwire/server/lanes/plan-batch.ts';
import type { Parts } from './owner.ts';
import { play, productParts } from './play.ts';

const SEEDS = 300;

/** The first seed with which something is found. */
function findSeed(parts: Parts): number | undefined {
  for (let seed = 1; seed <= SEEDS; seed++) if (!isClean(seed, parts)) return seed;
  return undefined;
}

function isClean(seed: number, parts: Parts): boolean {
  try {
    return play(seed, parts).isClean();
  } catch {
    return false;
  }
}

test('owners that die, stall and wake, late commits and doubled answers lose, double and mix nothing', () => {
  for (let seed = 1; seed <= SEEDS; seed++)
    assert.deepEqual(
      play(seed).inWords(),
      [],
      `node scripts/run.mjs test/crash/simulate.ts --from ${seed} --seeds 1`,
    );
});

test('the same seed plays the same', () => {
  const parts: Parts = { ...productParts, forgetsShards: false };
  const seed = findSeed(parts);
  assert.ok(seed !== undefined);
  const replay = (): string => {
    try {
      return play(seed, parts).inWords().join('\n');
    } catch (error) {
      return String(error);
    }
  };
  assert.equal(replay(), replay());
});

const mistakes: readonly { says: string; parts: Partial<Parts> }[] = [
  { says: 'memory that outlives the shard', parts: { forgetsShards: false } },
  {
    says: 'arrivals that do not wait for an answer',
    parts: { planBatch: ({ log, held }) => ({ work: [...held, ...log], hold: [] }) },
  },
  {
    says: 'new arrivals before those put aside',
    parts: {
      planBatch: (read, lanes) => {
        const { work, hold } = planBatch({ ...read, held: [] }, lanes);
        return { work: [...work, ...read.held], hold };
      },
    },
  },
  {
    says: 'arrivals that pass what did not fit into the batch',
    parts: { planBatch: (read, lanes) => planBatch({ ...read, heldIsCut: false }, lanes) },
  },
];

for (const { says, parts } of mistakes) {
  test(`the simulation sees ${says}`, () => {
    assert.notEqual(findSeed({ ...productParts, ...parts }), undefined);
  });
}
