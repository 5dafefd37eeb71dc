// Which shard a lane belongs to. One worker owns a shard at a time, so each lane has one writer and needs no lock of its own.

/**
 * More shards than workers will ever share one database, so that they divide evenly.
 * Stored with every row of the log: to change it, the log has to be empty.
 */
export const SHARDS = 64;

/** From the last byte of the lane's uuid, which is random in every version of uuid that we make. */
export function shardOf(lane: string): number {
  return Number.parseInt(lane.slice(-2), 16) % SHARDS;
}
