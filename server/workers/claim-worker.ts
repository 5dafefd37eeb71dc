// Works off rows that are due, as long as the server runs: claimed by one process, and by another if that one dies.
import type { Logger } from 'pino';
import { nap } from '../lanes/nap.ts';

/** What is worked off: how its due rows are claimed, and what is done with one. */
export interface Duty<Item> {
  /** In words for the log: "receipts". */
  readonly of: string;
  /** How many may be under way in this process at a time. */
  readonly mostAtOnce: number;
  /** Takes up to `most` of what is due, so that no other process takes it too; see `claimDue`. */
  claim(most: number): Promise<readonly Item[]>;
  /** Does one, and writes down what came of it. What it throws is logged; the claim runs out, and it is done again. */
  work(item: Item): Promise<void>;
}

export interface ClaimWorker {
  /** Looks at once rather than at the next turn: something has become due. */
  wake(): void;
  /** Resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/**
 * Each process may run one for the same duty. A slow item holds back no other: as soon as one ends, the next is claimed.
 *
 * @example
 * const worker = startClaimWorker({ of: 'receipts', mostAtOnce: 20, claim, work: send }, log);
 */
export function startClaimWorker<Item>(duty: Duty<Item>, log: Logger, everyMs = 1_000): ClaimWorker {
  const { sleep, wake } = nap();
  const underWay = new Set<Promise<void>>();
  let stopping = false;
  let wasFull = false;
  const start = (item: Item): void => {
    const end = duty
      .work(item)
      .catch((error: unknown) => log.error({ err: error }, `One of the ${duty.of} failed on our side.`))
      .then(() => {
        underWay.delete(end);
        if (wasFull) wake();
      });
    underWay.add(end);
  };
  const work = async (): Promise<void> => {
    while (!stopping) {
      const claimed = await claimWith(duty, log, duty.mostAtOnce - underWay.size);
      claimed.forEach(start);
      // A full hand says that more may be waiting: the first that ends makes room for them.
      wasFull = underWay.size >= duty.mostAtOnce;
      if (!stopping) await sleep(everyMs);
    }
    await Promise.all(underWay);
  };
  const running = work();
  return {
    wake,
    stop: async () => {
      stopping = true;
      wake();
      await running;
    },
  };
}

/** A database that is away is asked again at the next turn. */
async function claimWith<Item>(duty: Duty<Item>, log: Logger, most: number): Promise<readonly Item[]> {
  if (most <= 0) return [];
  return duty.claim(most).catch((error: unknown) => {
    log.error({ err: error }, `The ${duty.of} that are due could not be claimed.`);
    return [];
  });
}
