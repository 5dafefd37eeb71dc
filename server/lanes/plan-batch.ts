// Decides, from what was read, what is worked off now and what has to wait behind a run of its lane: pure, and the heart of the order.
import type { LaneRow } from './work.ts';

interface Read {
  /** From the log, in its order. */
  readonly log: readonly LaneRow[];
  /** What had been put aside in lanes that are free again, in its order. */
  readonly held: readonly LaneRow[];
  /** True when there is more put aside than was read. */
  readonly heldIsCut: boolean;
}

interface Lanes {
  readonly waiting: ReadonlySet<string>;
  readonly held: ReadonlySet<string>;
}

export interface Plan {
  readonly work: readonly LaneRow[];
  readonly hold: readonly LaneRow[];
}

/**
 * In a lane, the older goes first: what was put aside before what stands in the log. Only the answer that a lane waits for
 * may pass the others.
 */
export function planBatch({ log, held, heldIsCut }: Read, lanes: Lanes): Plan {
  const work: LaneRow[] = [...held];
  const hold: LaneRow[] = [];
  for (const row of log) {
    const isAnswer = row.arrival.kind === 'answer';
    const isBehind = lanes.waiting.has(row.lane) || (heldIsCut && lanes.held.has(row.lane));
    if (isBehind && !isAnswer) hold.push(row);
    else work.push(row);
  }
  return { work, hold };
}
