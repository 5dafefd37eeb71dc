-- Schedules of installs: what an app does by itself, at times or by asking its service for records that are new.

-- In which times of day are meant that name no zone of their own.
alter table install add column time_zone text not null default 'UTC';

create table install_schedule (
  workspace_id uuid not null,
  install_id uuid not null references install on delete cascade,
  name text not null,
  -- The times it was planned by: where a new version has others, it is planned anew.
  timing jsonb not null,
  -- The time that is meant; `due_at` is later where it is tried again or under way, and null while nothing is to come.
  planned_at timestamptz(3),
  due_at timestamptz(3),
  -- Claims and failures since it last went well: more claims than failures say that it is under way.
  tries int not null default 0,
  failures int not null default 0,
  -- How far its polls have come.
  state json not null default '{}',
  last_at timestamptz(3),
  last_records int not null default 0,
  records int8 not null default 0,
  failure text,
  primary key (install_id, name)
);
create index on install_schedule (due_at) where due_at is not null;

-- The primary keys of the records that a poll has met: none starts a flow twice.
create table schedule_key (
  workspace_id uuid not null,
  install_id uuid not null references install on delete cascade,
  name text not null,
  key text not null,
  seen_at timestamptz(3) not null default now(),
  primary key (install_id, name, key)
);

-- Records whose contact is not known yet: each poll looks again.
create table schedule_record (
  id uuid primary key,
  workspace_id uuid not null,
  install_id uuid not null references install on delete cascade,
  name text not null,
  record json not null,
  identities jsonb not null,
  since timestamptz(3) not null default now()
);
create index on schedule_record (install_id, name, id);
