// Puts arrivals into the log inside the transaction of whoever brings them, in their order.
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { AddressedArrival } from './arrival.ts';
import { shardOf } from './shard.ts';

/** Wake the lanes after the commit, or they find it a little later by themselves. */
export async function putArrivals(
  tx: Transaction<Tables>,
  arrivals: readonly AddressedArrival[],
): Promise<void> {
  if (arrivals.length === 0) return;
  const rows = arrivals.map(({ id, workspaceId, lane, arrival }, n) => ({
    n,
    id,
    shard: shardOf(lane),
    lane,
    workspace_id: workspaceId,
    kind: arrival.kind,
    body: arrival,
  }));
  await sql`
    insert into lane_log (shard, lane, workspace_id, id, kind, body, accepted_at)
    select shard, lane, workspace_id, id, kind, body, clock_timestamp()
      from json_to_recordset(${JSON.stringify(rows)}::json) as row(n int, id uuid, shard smallint, lane uuid, workspace_id uuid,
        kind text, body json)
     order by n`.execute(tx);
}
