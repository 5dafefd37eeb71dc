// A planted bug: each worker believes that every shard is its own.
import type { PlantedBug } from './planted-bug.ts';

export const claimWithoutLock: PlantedBug = {
  name: 'claim-without-lock',
  says: 'Shards are taken without asking for their locks: two workers work off the same lanes.',
  faults: ['kill-worker'],
  edits: [
    {
      file: 'server/lanes/ownership.ts',
      find: `
  const lost = await giveUp(session, shards, holding.share);
  const gained = shards.size < holding.share ? await takeFree(session, shards, holding.share) : [];`,
      replace: `
  const lost: number[] = [];
  const gained: number[] = [];
  for (let shard = 0; shard < SHARDS; shard++) {
    if (!shards.has(shard)) gained.push(shard);
    shards.add(shard);
  }`,
    },
  ],
};
