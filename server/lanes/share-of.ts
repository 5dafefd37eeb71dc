// How many shards a worker may have: all workers together have all of them, and none has two more than another.

/** `before`: how many of the workers come before this one, in an order that all of them agree on. */
export function shareOf({
  shards,
  workers,
  before,
}: {
  shards: number;
  workers: number;
  before: number;
}): number {
  const all = Math.max(1, workers);
  return Math.floor(shards / all) + (before < shards % all ? 1 : 0);
}
