// Events that never met a subscription go in as they were, under their own ids, into the lane of the contact that they are found to mean.
import type { GateRecord } from '@bellwire/model/decision.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { FireArrival } from './arrival.ts';
import { shardOf } from './shard.ts';

export interface KeptEvent {
  readonly id: string;
  readonly install_id: string;
  readonly trigger: string;
  readonly items: JsonObject;
  readonly source: FireArrival['source'];
  readonly fired_by: string;
  readonly arrival: readonly GateRecord[];
}

/** What `KeptEvent` takes of the row `e` of an event. */
export const keptColumns = 'e.id, e.install_id, e.trigger, e.items, e.source, e.fired_by, e.arrival';

interface Lane {
  readonly workspaceId: string;
  readonly contactId: string;
  /** How the contact was found: takes the place of the record that says it was not. */
  readonly record: GateRecord;
}

type Query = (text: string, values: unknown[]) => Promise<{ readonly rowCount: number | null }>;

/** In the order given. They leave the parked ones in the same statement; what another has taken meanwhile stays out. */
export async function fireAgain(
  query: Query,
  { workspaceId, contactId, record }: Lane,
  events: readonly KeptEvent[],
): Promise<number> {
  const { rowCount } = await query(
    `with given as (
       select * from unnest($1::uuid[], $2::json[]) with ordinality as given(id, body, n)
     ), taken as (
       delete from parked where workspace_id = $3 and event_id = any($1::uuid[]) returning event_id
     )
     insert into lane_log (shard, lane, workspace_id, id, kind, body, accepted_at)
     select $4, $5, $3, id, 'fire', body, clock_timestamp() from given where id in (select event_id from taken) order by n`,
    [
      events.map(({ id }) => id),
      events.map((event) => JSON.stringify(arrivalOf(event, record))),
      workspaceId,
      shardOf(contactId),
      contactId,
    ],
  );
  return rowCount ?? 0;
}

function arrivalOf(event: KeptEvent, record: GateRecord): FireArrival {
  return {
    kind: 'fire',
    installId: event.install_id,
    trigger: event.trigger,
    items: event.items,
    source: event.source,
    firedBy: event.fired_by,
    hops: 0,
    causeRunId: null,
    urlId: null,
    onlySubscriptionId: null,
    arrival: [...event.arrival.filter(({ gate }) => gate !== 'contact'), record],
  };
}
