// A planted bug: each worker believes that every shard is its own.
import type { PlantedBug } from './planted-bug.ts';

export const claimWithoutLock: PlantedBug = {
  name: 'claim-without-lock',
  says: 'Shards are taken without asking for their locks: two workers work off the same lanes.',
  edits: [
    {
      file: 'server/lanes/ownership.ts',
      find: `    const gained = await takeFree(session, shards, share);
    return { gained, lost: await giveUp(session, shards, share) };`,
      replace: `    const gained = [];
    for (let shard = 0; shard < SHARDS; shard++) {
      if (!shards.has(shard)) gained.push(shard);
      shards.add(shard);
    }
    return { gained, lost: [] };`,
    },
  ],
};
