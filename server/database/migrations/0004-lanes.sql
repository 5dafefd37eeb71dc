-- The life of an event: the log it is accepted into, what it led to, and what still has to happen.

-- What has been accepted and is not done yet. A row leaves in the transaction that writes all it led to.
create table lane_log (
  seq bigint generated always as identity primary key,
  shard smallint not null,
  -- The contact; or the run, for what belongs to none. Arrivals of one lane are taken in the order of seq.
  lane uuid not null,
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  body jsonb not null,
  accepted_at timestamptz(3) not null
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.5);

-- What waits behind a run of its lane that waits for an answer from outside. Apart from the log, so that a contact with a
-- hundred thousand events behind a hanging host does not stand at the head of the log.
create table lane_held (
  lane uuid not null,
  seq bigint not null,
  shard smallint not null,
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  body jsonb not null,
  accepted_at timestamptz(3) not null,
  primary key (lane, seq)
);
create index on lane_held (shard);

-- What could not be worked off because of an error of ours: kept for the operator, with the error's reference.
create table lane_failed (
  id uuid not null,
  lane uuid not null,
  workspace_id uuid not null,
  kind text not null,
  body jsonb not null,
  says text not null,
  failed_at timestamptz(3) not null
);

-- Idempotency: a key of an install names one event for at least thirty days.
create table fire_key (
  workspace_id uuid not null,
  install_id uuid not null,
  key text not null,
  event_id uuid not null,
  body_hash bytea not null,
  created_at timestamptz(3) not null,
  primary key (install_id, key)
);

create table event (
  workspace_id uuid not null,
  id uuid not null,
  install_id uuid,
  trigger text not null,
  bot_id uuid,
  contact_id uuid,
  -- What was sent as the contact, where none was found by it.
  contact_ns text,
  items jsonb not null,
  source text not null,
  state text not null,
  reason text,
  hops smallint not null default 0,
  cause_run_id uuid,
  -- One-time URL whose call led here.
  url_id uuid,
  -- Subscription that a test event is meant for; null for all.
  only_subscription_id uuid,
  fired_by text not null,
  fired_at timestamptz(3) not null,
  settled_at timestamptz(3),
  arrival jsonb not null default '[]',
  decisions jsonb not null default '[]',
  primary key (workspace_id, id)
);
create index on event (contact_id, id) where contact_id is not null;

create table event_double (
  workspace_id uuid not null,
  event_id uuid not null,
  at timestamptz(3) not null,
  says text not null
);
create index on event_double (event_id);

-- What is kept until a cause is repaired. Settled rows are removed; the event's decisions keep the story.
create table parked (
  id uuid primary key,
  workspace_id uuid not null,
  event_id uuid not null,
  subscription_id uuid,
  contact_id uuid,
  reason text not null,
  since timestamptz(3) not null
);
create index on parked (workspace_id, reason);
create index on parked (event_id);

create table run (
  workspace_id uuid not null,
  id uuid not null,
  bot_id uuid,
  contact_id uuid,
  flow_id uuid,
  flow_version int,
  event_id uuid,
  subscription_id uuid,
  hops smallint not null default 0,
  status text not null,
  says text,
  turn int not null default 0,
  -- Numbers, in the contact's conversation, of the messages it sent.
  said int[] not null default '{}',
  -- All that has to be kept while it waits: frames and what it waits for. Null once it has ended.
  state jsonb,
  history jsonb not null,
  started_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (workspace_id, id)
) with (fillfactor = 85);
create index on run (contact_id, id);
create index on run (flow_id, id);

create table message (
  workspace_id uuid not null,
  contact_id uuid not null,
  seq int not null,
  id uuid not null,
  sender text not null,
  content jsonb not null,
  run_id uuid,
  sent_at timestamptz(3) not null,
  primary key (contact_id, seq)
);

-- Rows come in the order of time: a few bytes for each range of pages are enough to count today's, and cost an insert nothing.
create index on message using brin (sent_at);

-- Messages of contacts carry an id of their own making: the same one again is the same message.
create table message_key (
  workspace_id uuid not null,
  contact_id uuid not null,
  key text not null,
  created_at timestamptz(3) not null,
  primary key (contact_id, key)
);

create table customer_order (
  workspace_id uuid not null,
  id uuid not null,
  bot_id uuid not null,
  contact_id uuid not null,
  number text not null,
  status text not null,
  currency text not null,
  items jsonb not null,
  total bigint not null,
  reference text,
  created_at timestamptz(3) not null,
  paid_at timestamptz(3),
  primary key (workspace_id, id)
);
create index on customer_order (contact_id);

create table timer (
  run_id uuid not null,
  turn int not null,
  workspace_id uuid not null,
  shard smallint not null,
  lane uuid not null,
  due_at timestamptz(3) not null,
  primary key (run_id, turn)
);
create index on timer (shard, due_at);

-- Requests to the outside world still to be done: at least once, always with the same key, which is the row's id.
create table outgoing_call (
  id uuid primary key,
  workspace_id uuid not null,
  shard smallint not null,
  lane uuid not null,
  run_id uuid not null,
  turn int not null,
  install_id uuid,
  call jsonb not null,
  due_at timestamptz(3) not null,
  created_at timestamptz(3) not null
);
create index on outgoing_call (shard, due_at);

create table one_time_url (
  id uuid primary key,
  workspace_id uuid not null,
  install_id uuid not null references install,
  version_id uuid not null,
  bot_id uuid,
  contact_id uuid,
  name text not null,
  token_hash bytea not null unique,
  app_values jsonb not null,
  run_id uuid,
  hops smallint not null default 0,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);
create index on one_time_url (install_id);

create table one_time_url_call (
  workspace_id uuid not null,
  url_id uuid not null references one_time_url on delete cascade,
  at timestamptz(3) not null,
  method text not null,
  verdict text not null,
  says text not null
);
create index on one_time_url_call (url_id);

-- The processes of this server that are alive. Ownership of shards is a session lock; this says whom to wait for, whom to
-- end, and whether there is anyone else to notify.
create table server_process (
  id uuid primary key,
  backend_pid int,
  host text not null,
  works_lanes boolean not null,
  beat_at timestamptz(3) not null
);
