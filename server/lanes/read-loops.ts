// Reads the chain of triggers behind an event to which too many led: what the loop guard stops is to name it.
import type pg from 'pg';
import { MOST_HOPS } from '@bellwire/model/run.ts';
import { readCauses, type Cause } from './cause-chain.ts';
import type { LaneRow } from './work.ts';

/** @returns by arrival, the triggers, the first one first; nothing for the others, which are all but a few. */
export async function readLoops(
  session: pg.Client,
  rows: readonly LaneRow[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const loops = new Map<string, readonly string[]>();
  for (const { id, arrival, workspaceId } of rows) {
    if (arrival.kind !== 'fire' || arrival.hops <= MOST_HOPS || arrival.causeRunId === null) continue;
    const { causeRunId, urlId, trigger } = arrival;
    const causes = await readCauses(
      async (text, values) => (await session.query<Cause>(text, [...values])).rows,
      { workspaceId, causeRunId, urlId },
    );
    loops.set(id, [...causes.map((cause) => cause.trigger), trigger]);
  }
  return loops;
}
