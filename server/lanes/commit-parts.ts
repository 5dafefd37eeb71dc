// The parts of a batch's commit: each the columns of its rows, and the statement that writes them.
//
// Only the parts that have rows are put into the statement of a batch: an event that just runs a flow needs six of them, and each
// of the others would cost some 0.3 ms to start. All parts see the database as it was before the statement: what one part inserts,
// another does not see. Rows that are moved keep their seq, so that they keep their place in the lane.
import { columnArrays, unnest, type Columns, type RowOf } from '../database/column-arrays.ts';
import { part } from './commit-part.ts';
import { logColumns } from './log-columns.ts';
import { receiptPart } from './receipt-rows.ts';

/** In the order in which they stand in the statement. */
export const commitParts = {
  // No join: a plan made while the log was short would go through the whole log for each row, once it is long.
  done: part(
    { workspace_id: 'uuid', seq: 'int8' },
    `delete from lane_log where workspace_id = any($workspace_id) and seq = any($seq)`,
  ),

  done_held: part(
    { lane: 'uuid', seq: 'int8' },
    `delete from lane_held where lane = any($lane) and seq = any($seq)`,
  ),

  hold: part(
    { seq: 'int8', ...logColumns },
    `insert into lane_held (seq, shard, lane, workspace_id, id, kind, body, accepted_at) select * from $rows
     on conflict (lane, seq) do update set body = excluded.body`,
  ),

  contacts: part(
    {
      id: 'uuid',
      name: 'text',
      email: 'text',
      phone: 'text',
      time_zone: 'text',
      fields: 'jsonb',
      tags: 'textList',
      paused_until: 'timestamptz',
      asking_run_id: 'uuid',
      last_text: 'text',
      last_seq: 'int4',
      newest_order: 'jsonb',
      seen_at: 'timestamptz',
    },
    `update contact c set name = r.name, email = r.email, phone = r.phone, time_zone = r.time_zone, fields = r.fields,
            tags = r.tags::text[], paused_until = r.paused_until, asking_run_id = r.asking_run_id, last_text = r.last_text,
            last_seq = r.last_seq, newest_order = r.newest_order, last_seen_at = coalesce(r.seen_at, c.last_seen_at)
       from $rows where c.id = r.id`,
  ),

  runs: part(
    {
      workspace_id: 'uuid',
      id: 'uuid',
      bot_id: 'uuid',
      contact_id: 'uuid',
      flow_id: 'uuid',
      flow_version: 'int4',
      event_id: 'uuid',
      subscription_id: 'uuid',
      hops: 'int2',
      status: 'text',
      says: 'text',
      turn: 'int4',
      said: 'intList',
      state: 'json',
      history: 'json',
      started_at: 'timestamptz',
      ended_at: 'timestamptz',
    },
    `insert into run (workspace_id, id, bot_id, contact_id, flow_id, flow_version, event_id, subscription_id, hops, status, says, turn,
            said, state, history, started_at, ended_at)
     select workspace_id, id, bot_id, contact_id, flow_id, flow_version, event_id, subscription_id, hops, status, says, turn,
            said::int[], state, history, started_at, ended_at from $rows
     on conflict (workspace_id, id) do update set status = excluded.status, says = excluded.says, turn = excluded.turn,
            said = run.said || excluded.said, state = excluded.state, history = excluded.history, ended_at = excluded.ended_at`,
  ),

  messages: part(
    {
      workspace_id: 'uuid',
      contact_id: 'uuid',
      seq: 'int4',
      id: 'uuid',
      sender: 'text',
      content: 'json',
      run_id: 'uuid',
      sent_at: 'timestamptz',
    },
    `insert into message (workspace_id, contact_id, seq, id, sender, content, run_id, sent_at) select * from $rows`,
  ),

  orders: part(
    {
      workspace_id: 'uuid',
      id: 'uuid',
      bot_id: 'uuid',
      contact_id: 'uuid',
      number: 'text',
      status: 'text',
      currency: 'text',
      items: 'jsonb',
      total: 'int8',
      reference: 'text',
      created_at: 'timestamptz',
      paid_at: 'timestamptz',
    },
    `insert into customer_order (workspace_id, id, bot_id, contact_id, number, status, currency, items, total, reference, created_at,
            paid_at) select * from $rows
     on conflict (workspace_id, id) do update set status = excluded.status, items = excluded.items, total = excluded.total,
            reference = excluded.reference, paid_at = excluded.paid_at`,
  ),

  events: part(
    {
      workspace_id: 'uuid',
      id: 'uuid',
      install_id: 'uuid',
      trigger: 'text',
      bot_id: 'uuid',
      contact_id: 'uuid',
      contact_ns: 'text',
      items: 'jsonb',
      source: 'text',
      state: 'text',
      reason: 'text',
      hops: 'int2',
      cause_run_id: 'uuid',
      url_id: 'uuid',
      only_subscription_id: 'uuid',
      fired_by: 'text',
      fired_at: 'timestamptz',
      settled_at: 'timestamptz',
      arrival: 'json',
      decisions: 'json',
    },
    `insert into event (workspace_id, id, install_id, trigger, bot_id, contact_id, contact_ns, items, source, state, reason, hops,
            cause_run_id, url_id, only_subscription_id, fired_by, fired_at, settled_at, arrival, decisions) select * from $rows
     on conflict (workspace_id, id) do update set state = excluded.state, reason = excluded.reason, settled_at = excluded.settled_at,
            decisions = excluded.decisions, contact_id = excluded.contact_id, bot_id = coalesce(excluded.bot_id, event.bot_id),
            contact_ns = coalesce(excluded.contact_ns, event.contact_ns),
            arrival = case when event.contact_id is null then excluded.arrival else event.arrival end`,
  ),

  fires: part(
    logColumns,
    `insert into lane_log (shard, lane, workspace_id, id, kind, body, accepted_at) select * from $rows`,
  ),

  timers: part(
    {
      run_id: 'uuid',
      turn: 'int4',
      workspace_id: 'uuid',
      shard: 'int2',
      lane: 'uuid',
      due_at: 'timestamptz',
      arrival: 'json',
    },
    `insert into timer (run_id, turn, workspace_id, shard, lane, due_at, arrival) select * from $rows`,
  ),

  calls: part(
    {
      id: 'uuid',
      workspace_id: 'uuid',
      shard: 'int2',
      lane: 'uuid',
      run_id: 'uuid',
      turn: 'int4',
      install_id: 'uuid',
      call: 'json',
      due_at: 'timestamptz',
      created_at: 'timestamptz',
    },
    `insert into outgoing_call (id, workspace_id, shard, lane, run_id, turn, install_id, call, due_at, created_at) select * from $rows`,
  ),

  urls: part(
    {
      id: 'uuid',
      workspace_id: 'uuid',
      install_id: 'uuid',
      version_id: 'uuid',
      bot_id: 'uuid',
      contact_id: 'uuid',
      name: 'text',
      token_hash: 'text',
      app_values: 'jsonb',
      run_id: 'uuid',
      hops: 'int2',
      created_at: 'timestamptz',
      expires_at: 'timestamptz',
    },
    `insert into one_time_url (id, workspace_id, install_id, version_id, bot_id, contact_id, name, token_hash, app_values, run_id, hops,
            created_at, expires_at)
     select id, workspace_id, install_id, version_id, bot_id, contact_id, name, decode(token_hash, 'hex'), app_values, run_id, hops,
            created_at, expires_at from $rows`,
  ),

  parked_now: part(
    {
      id: 'uuid',
      workspace_id: 'uuid',
      event_id: 'uuid',
      subscription_id: 'uuid',
      contact_id: 'uuid',
      reason: 'text',
      since: 'timestamptz',
    },
    `insert into parked (id, workspace_id, event_id, subscription_id, contact_id, reason, since) select * from $rows`,
  ),

  receipts: receiptPart,

  unparked: part({ event_id: 'uuid' }, `delete from parked where event_id = any($event_id)`),

  reruns: part(
    {
      rerun_id: 'uuid',
      place: 'int4',
      state: 'text',
      says: 'text',
      new_run_id: 'uuid',
      skipped: 'int4',
      ended_at: 'timestamptz',
    },
    `update rerun_item i set state = r.state, says = r.says, new_run_id = r.new_run_id, skipped = r.skipped, ended_at = r.ended_at
       from $rows where i.rerun_id = r.rerun_id and i.place = r.place`,
  ),

  counts: part(
    {
      workspace_id: 'uuid',
      subscription_id: 'uuid',
      slot: 'int2',
      done: 'int8',
      filtered: 'int8',
      parked: 'int8',
      at: 'timestamptz',
    },
    `insert into subscription_count (workspace_id, subscription_id, slot, done, filtered, parked, last_fired_at) select * from $rows
     -- The subscription may have been removed since its definitions were read.
     where exists (select from subscription s where s.id = r.subscription_id)
     on conflict (subscription_id, slot) do update set done = subscription_count.done + excluded.done,
            filtered = subscription_count.filtered + excluded.filtered, parked = subscription_count.parked + excluded.parked,
            last_fired_at = excluded.last_fired_at`,
  ),

  entities: part(
    {
      workspace_id: 'uuid',
      lane: 'uuid',
      install_id: 'uuid',
      name: 'text',
      key: 'text',
      newest: 'json',
      gathering: 'json',
      runs: 'json',
      seen_at: 'timestamptz',
    },
    `insert into entity (workspace_id, lane, install_id, name, key, newest, gathering, runs, seen_at) select * from $rows
     on conflict (lane, install_id, name, key) do update set newest = excluded.newest, gathering = excluded.gathering,
            runs = excluded.runs, seen_at = excluded.seen_at`,
  ),

  // Sees only timers of before: those of earlier turns, which have nothing more to say.
  timers_over: part({ run_id: 'uuid' }, `delete from timer where run_id = any($run_id)`),
} as const;

export type CommitPart = keyof typeof commitParts;

export type CommitRow<Name extends CommitPart> = RowOf<(typeof commitParts)[Name]['columns']>;

/** The rows of each part. */
export type CommitRows = { readonly [Name in CommitPart]: readonly CommitRow<Name>[] };

/** The part's statement, with its parameters beginning at `$first`. */
export function partText(name: CommitPart, first: number): string {
  const { columns, sql } = commitParts[name];
  const names = Object.keys(columns);
  return sql.replaceAll(/\$([a-z_]+)/g, (_all, word: string) => {
    if (word === 'rows') return unnest(columns, first);
    const type: string | undefined = Object.values(columns)[names.indexOf(word)];
    if (type === undefined) throw new Error(`The part ${name} has no column ${word}.`);
    return `$${first + names.indexOf(word)}::${type}[]`;
  });
}

export function partValues<Name extends CommitPart>(name: Name, rows: CommitRows[Name]): Buffer[] {
  return columnArrays<Columns>(commitParts[name].columns, rows);
}
