// Writes calls at webhooks down: one that is taken in the same statement as its arrival, so that both are on disk or none.
import { CompiledQuery, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Arrival } from '../lanes/arrival.ts';
import { shardOf } from '../lanes/shard.ts';
import type { FoundWebhook } from './find-webhook.ts';
import type { KeptCall } from './raw-call.ts';
import type { CallVerdict } from './tables.ts';

export interface CallRecord {
  readonly id: string;
  readonly webhook: Pick<FoundWebhook, 'addressId' | 'workspaceId'>;
  readonly kept: KeptCall;
  readonly verdict: CallVerdict;
  readonly says: string;
  readonly contactId?: string | null;
  readonly runId?: string | null;
  readonly replayOf?: string | null;
}

/** By what a call is known when it comes again, and for how long. */
export interface DoubleKey {
  readonly key: string;
  /** Null for ever, as far as it is kept. */
  readonly minutes: number | null;
}

const callColumns =
  'workspace_id, id, address_id, at, verdict, says, head, body, contact_id, run_id, replay_of';

function callValues({ id, webhook, kept, verdict, says, contactId, runId, replayOf }: CallRecord): unknown[] {
  const { body, ...head } = kept;
  return [
    webhook.workspaceId,
    id,
    webhook.addressId,
    verdict,
    says,
    JSON.stringify(head),
    body,
    contactId ?? null,
    runId ?? null,
    replayOf ?? null,
  ];
}

const takeText = `with first as (
             insert into webhook_key (workspace_id, address_id, key, call_id, at)
             select $1::uuid, $3::uuid, $11, $2::uuid, clock_timestamp() where $11::text is not null
             on conflict (address_id, key) do update set call_id = excluded.call_id, at = excluded.at
              where webhook_key.at < clock_timestamp() - make_interval(mins => $12::int)
             returning 1
           ), told as (
             insert into webhook_call (${callColumns})
             select $1, $2, $3, clock_timestamp(), $4, $5, $6::jsonb, $7, $8::uuid, $9::uuid, $10::uuid
              where $11::text is null or exists (select from first)
             returning id
           ), logged as (
             insert into lane_log (shard, lane, workspace_id, id, kind, body, accepted_at)
             select $13::smallint, $14::uuid, $1, $15::uuid, $16, $17::jsonb, clock_timestamp()
               from told where $16::text is not null
           )
           select id from told`;

/** @returns false where the call has come before: then nothing is written. */
export async function takeCall(
  platform: Kysely<Tables>,
  record: CallRecord,
  double: DoubleKey | null,
  arrival: { readonly lane: string; readonly arrival: Arrival } | null,
): Promise<boolean> {
  const lane = arrival?.lane ?? record.id;
  const { rows } = await platform.executeQuery(
    CompiledQuery.raw(takeText, [
      ...callValues(record),
      double?.key ?? null,
      double?.minutes ?? null,
      shardOf(lane),
      lane,
      uuidV7(),
      arrival?.arrival.kind ?? null,
      arrival === null ? null : JSON.stringify(arrival.arrival),
    ]),
  );
  return rows.length === 1;
}

export async function noteCall(platform: Kysely<Tables>, record: CallRecord): Promise<void> {
  await platform.executeQuery(
    CompiledQuery.raw(
      `insert into webhook_call (${callColumns}) values ($1, $2, $3, clock_timestamp(), $4, $5, $6::jsonb, $7, $8, $9, $10)`,
      callValues(record),
    ),
  );
}
