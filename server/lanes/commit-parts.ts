// The parts of a batch's commit: each a list of rows as JSON, and the statement that writes them.
//
// Only the parts that have rows are put into the statement of a batch: an event that just runs a flow needs six of them, and each
// of the others would cost some 0.3 ms to start. All parts see the database as it was before the statement: what one part inserts,
// another does not see. Rows that are moved keep their seq, so that they keep their place in the lane.

/** `$` stands for the part's own parameter. The name is the CTE's. */
export const commitParts = {
  done: `delete from lane_log where seq = any($::bigint[])`,

  done_held: `
    delete from lane_held h using jsonb_to_recordset($::jsonb) as r(lane uuid, seq bigint) where h.lane = r.lane and h.seq = r.seq`,

  hold: `
    insert into lane_held (lane, seq, shard, workspace_id, id, kind, body, accepted_at)
    select lane, seq, shard, workspace_id, id, kind, body, accepted_at
      from jsonb_to_recordset($::jsonb) as r(lane uuid, seq bigint, shard smallint, workspace_id uuid, id uuid, kind text, body jsonb,
        accepted_at timestamptz)
    on conflict (lane, seq) do update set body = excluded.body`,

  contacts: `
    update contact c set name = r.name, email = r.email, phone = r.phone, time_zone = r.time_zone, fields = r.fields, tags = r.tags,
          paused_until = r.paused_until, asking_run_id = r.asking_run_id, last_text = r.last_text, last_seq = r.last_seq,
          newest_order = nullif(r.newest_order, 'null'::jsonb), last_seen_at = coalesce(r.seen_at, c.last_seen_at)
        from jsonb_to_recordset($::jsonb) as r(id uuid, name text, email text, phone text, time_zone text, fields jsonb, tags text[],
          paused_until timestamptz, asking_run_id uuid, last_text text, last_seq int, newest_order jsonb, seen_at timestamptz)
    where c.id = r.id`,

  runs: `
    insert into run (workspace_id, id, bot_id, contact_id, flow_id, flow_version, event_id, subscription_id, hops, status, says, turn,
          said, state, history, started_at, ended_at)
    select workspace_id, id, bot_id, contact_id, flow_id, flow_version, event_id, subscription_id, hops, status, says, turn,
          said, nullif(state, 'null'::jsonb), history, started_at, ended_at
        from jsonb_to_recordset($::jsonb) as r(workspace_id uuid, id uuid, bot_id uuid, contact_id uuid, flow_id uuid, flow_version int,
          event_id uuid, subscription_id uuid, hops smallint, status text, says text, turn int, said int[], state jsonb, history jsonb,
          started_at timestamptz, ended_at timestamptz)
    on conflict (workspace_id, id) do update set status = excluded.status, says = excluded.says, turn = excluded.turn,
          said = run.said || excluded.said, state = excluded.state, history = excluded.history, ended_at = excluded.ended_at`,

  messages: `
    insert into message (workspace_id, contact_id, seq, id, sender, content, run_id, sent_at)
    select * from jsonb_to_recordset($::jsonb) as r(workspace_id uuid, contact_id uuid, seq int, id uuid, sender text, content jsonb,
          run_id uuid, sent_at timestamptz)`,

  orders: `
    insert into customer_order (workspace_id, id, bot_id, contact_id, number, status, currency, items, total, reference, created_at, paid_at)
    select * from jsonb_to_recordset($::jsonb) as r(workspace_id uuid, id uuid, bot_id uuid, contact_id uuid, number text, status text,
          currency text, items jsonb, total bigint, reference text, created_at timestamptz, paid_at timestamptz)
    on conflict (workspace_id, id) do update set status = excluded.status, items = excluded.items, total = excluded.total,
          reference = excluded.reference, paid_at = excluded.paid_at`,

  events: `
    insert into event (workspace_id, id, install_id, trigger, bot_id, contact_id, contact_ns, items, source, state, reason, hops,
          cause_run_id, url_id, only_subscription_id, fired_by, fired_at, settled_at, arrival, decisions)
    select * from jsonb_to_recordset($::jsonb) as r(workspace_id uuid, id uuid, install_id uuid, trigger text, bot_id uuid,
          contact_id uuid, contact_ns text, items jsonb, source text, state text, reason text, hops smallint, cause_run_id uuid, url_id uuid,
          only_subscription_id uuid, fired_by text, fired_at timestamptz, settled_at timestamptz, arrival jsonb, decisions jsonb)
    on conflict (workspace_id, id) do update set state = excluded.state, reason = excluded.reason, settled_at = excluded.settled_at,
          decisions = excluded.decisions`,

  fires: `
    insert into lane_log (id, shard, lane, workspace_id, kind, body, accepted_at)
    select * from jsonb_to_recordset($::jsonb) as r(id uuid, shard smallint, lane uuid, workspace_id uuid, kind text, body jsonb,
          accepted_at timestamptz)`,

  timers: `
    insert into timer (run_id, turn, workspace_id, shard, lane, due_at)
    select * from jsonb_to_recordset($::jsonb) as r(run_id uuid, turn int, workspace_id uuid, shard smallint, lane uuid, due_at timestamptz)`,

  calls: `
    insert into outgoing_call (id, workspace_id, shard, lane, run_id, turn, install_id, call, due_at, created_at)
    select * from jsonb_to_recordset($::jsonb) as r(id uuid, workspace_id uuid, shard smallint, lane uuid, run_id uuid, turn int,
          install_id uuid, call jsonb, due_at timestamptz, created_at timestamptz)`,

  urls: `
    insert into one_time_url (id, workspace_id, install_id, version_id, bot_id, contact_id, name, token_hash, app_values, run_id, hops,
          created_at, expires_at)
    select id, workspace_id, install_id, version_id, bot_id, contact_id, name, decode(token_hash, 'hex'), app_values, run_id, hops,
          created_at, expires_at
        from jsonb_to_recordset($::jsonb) as r(id uuid, workspace_id uuid, install_id uuid, version_id uuid, bot_id uuid, contact_id uuid,
          name text, token_hash text, app_values jsonb, run_id uuid, hops smallint, created_at timestamptz, expires_at timestamptz)`,

  parked_now: `
    insert into parked (id, workspace_id, event_id, subscription_id, contact_id, reason, since)
    select * from jsonb_to_recordset($::jsonb) as r(id uuid, workspace_id uuid, event_id uuid, subscription_id uuid, contact_id uuid,
          reason text, since timestamptz)`,

  unparked: `
    delete from parked where event_id = any($::uuid[])`,

  counts: `
    insert into subscription_count (workspace_id, subscription_id, slot, done, filtered, parked, last_fired_at)
    select * from jsonb_to_recordset($::jsonb) as r(workspace_id uuid, subscription_id uuid, slot smallint, done bigint,
          filtered bigint, parked bigint, at timestamptz)
    -- The subscription may have been removed since its definitions were read.
    where exists (select from subscription s where s.id = r.subscription_id)
    on conflict (subscription_id, slot) do update set done = subscription_count.done + excluded.done,
          filtered = subscription_count.filtered + excluded.filtered, parked = subscription_count.parked + excluded.parked,
          last_fired_at = excluded.last_fired_at`,

  timers_over: `
    -- Sees only timers of before: those of earlier turns, which have nothing more to say.
    delete from timer where run_id = any($::uuid[])`,
} as const;

export type CommitPart = keyof typeof commitParts;
