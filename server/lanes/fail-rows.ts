// An arrival that an error of ours keeps from being worked off leaves its lane, so that the others go on; it is kept, never dropped.
import { storableText } from './storable-answer.ts';
import type { BatchRooms } from './work-batch.ts';
import type { LaneRow } from './work.ts';

/** An event is parked, to be run again by a button once the error is mended; everything else is kept for the operator. */
export async function failRows(
  { session, log }: BatchRooms,
  failed: readonly { row: LaneRow; error: unknown }[],
): Promise<void> {
  for (const { row, error } of failed) {
    log.error(
      { err: error, arrival: row.id, kind: row.arrival.kind, lane: row.lane },
      'An arrival could not be worked off; it is kept aside.',
    );
    await session.query(row.arrival.kind === 'fire' ? parkText : keepText, valuesOf(row, error));
    if ('rerun' in row.arrival && row.arrival.rerun !== undefined)
      await session.query(rerunText, [row.arrival.rerun.id, row.arrival.rerun.place]);
  }
}

const gone = `gone as (delete from lane_log where workspace_id = $4 and seq = $1), gone_held as (delete from lane_held where lane = $3 and seq = $1)`;

const keepText = `with ${gone}
insert into lane_failed (id, lane, workspace_id, kind, body, says, failed_at) values ($2, $3, $4, $5, $6::jsonb, $7, clock_timestamp())`;

const parkText = `with ${gone}, kept as (
  insert into lane_failed (id, lane, workspace_id, kind, body, says, failed_at) values ($2, $3, $4, $5, $6::jsonb, $7, clock_timestamp())
), parked_now as (
  insert into parked (id, workspace_id, event_id, contact_id, reason, since)
  values (gen_random_uuid(), $4, $2, $3, 'internal', clock_timestamp())
)
insert into event (workspace_id, id, install_id, trigger, contact_id, items, source, state, reason, fired_by, fired_at, settled_at)
select $4, $2, (b->>'installId')::uuid, coalesce(b->>'trigger', ''), $3, coalesce(b->'items', '{}'), coalesce(b->>'source', 'api'), 'parked',
       'Something went wrong on our side; it is in the log. Run it again once that is mended.', coalesce(b->>'firedBy', ''), clock_timestamp(), clock_timestamp()
  from (select $6::jsonb as b) body
on conflict (workspace_id, id) do update set state = excluded.state, reason = excluded.reason`;

const rerunText = `
update rerun_item set state = 'failed', says = 'Something went wrong on our side; it is in the log.', ended_at = clock_timestamp()
 where rerun_id = $1 and place = $2`;

function valuesOf(row: LaneRow, error: unknown): unknown[] {
  const says = storableText(error instanceof Error ? error.message : String(error));
  // The log takes any JSON, and this may be the very character for which the row was refused.
  const body = JSON.stringify(row.arrival, (_key, value: unknown) =>
    typeof value === 'string' ? storableText(value) : value,
  );
  return [row.seq, row.id, row.lane, row.workspaceId, row.arrival.kind, body, says];
}
