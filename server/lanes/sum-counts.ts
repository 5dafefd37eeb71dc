// Adds up, for the lists of subscriptions, what the events of a batch came to.
import { shardOf } from './shard.ts';
import type { Work } from './work.ts';

interface CountRow {
  readonly workspace_id: string;
  readonly subscription_id: string;
  readonly slot: number;
  readonly done: number;
  readonly filtered: number;
  readonly parked: number;
  readonly at: string;
}

/** Workers have rows of their own, by the group their shards are in, so that none waits for another's commit. */
const SHARDS_IN_SLOT = 16;

export function sumCounts(works: readonly Work[]): CountRow[] {
  const sums = new Map<string, CountRow>();
  for (const work of works) {
    for (const { subscriptionId, result } of work.counts) {
      const slot = Math.floor(shardOf(work.row.lane) / SHARDS_IN_SLOT);
      const key = `${subscriptionId} ${slot}`;
      const before = sums.get(key) ?? {
        workspace_id: work.row.workspaceId,
        subscription_id: subscriptionId,
        slot,
        done: 0,
        filtered: 0,
        parked: 0,
        at: work.now,
      };
      sums.set(key, { ...before, [result]: before[result] + 1, at: work.now });
    }
  }
  return [...sums.values()];
}
