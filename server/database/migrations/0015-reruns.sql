-- What a person asked to be worked again: parked events, events that nobody heard, replays. At a pace, across restarts.

create table rerun (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  kind text not null check (kind in ('parked', 'replay', 'catch-up')),
  title text not null,
  asked_by text not null,
  -- What the arrivals need beside their event and run: the choices of a replay, the subscription that catches up.
  settings jsonb not null default '{}',
  per_second int not null,
  state text not null default 'running' check (state in ('running', 'paused', 'cancelled', 'done')),
  total int not null,
  asked_at timestamptz(3) not null,
  -- The pace: nothing more goes into the lanes before.
  next_at timestamptz(3) not null,
  ended_at timestamptz(3)
);
create index on rerun (workspace_id, id);
create index on rerun (next_at) where state = 'running';

-- Worked in the order of place: the oldest first. It goes into its lane in the transaction that says so here, and ends in the
-- commit of what it led to.
create table rerun_item (
  workspace_id uuid not null,
  rerun_id uuid not null references rerun on delete cascade,
  place int not null,
  event_id uuid,
  -- The run that is replayed.
  run_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'under-way', 'done', 'stopped', 'failed')),
  says text,
  new_run_id uuid,
  -- How many effects were not done again.
  skipped int not null default 0,
  ended_at timestamptz(3),
  primary key (rerun_id, place)
);
create index on rerun_item (rerun_id, state);
create index on rerun_item (event_id) where event_id is not null;
create index on rerun_item (run_id) where run_id is not null;
create index on rerun_item (new_run_id) where new_run_id is not null;
