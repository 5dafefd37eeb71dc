-- Limits that a workspace has lowered for itself, and what happened when a limit was met.

create table workspace_limit (
  workspace_id uuid primary key references workspace on delete cascade,
  -- Null is the operator's.
  fires_per_second int check (fires_per_second > 0),
  most_waiting int check (most_waiting > 0)
);

create table limit_met (
  workspace_id uuid not null references workspace on delete cascade,
  limit_name text not null,
  day date not null,
  times bigint not null,
  last_at timestamptz(3) not null,
  primary key (workspace_id, limit_name, day)
);
