-- Bots, their flows and subscriptions, and the contacts they talk to.

create table bot (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  number bigint generated always as identity unique,
  name text not null,
  public_id text not null unique,
  greeting text not null default '',
  time_zone text not null default 'UTC',
  main_flow_id uuid,
  created_at timestamptz(3) not null default now()
);
create index on bot (workspace_id);

create table flow (
  id uuid primary key,
  workspace_id uuid not null,
  bot_id uuid not null references bot on delete cascade,
  name text not null,
  draft jsonb not null,
  revision int not null default 1,
  published_version int,
  published_revision int,
  keywords text[] not null default '{}',
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  unique (bot_id, name)
);
alter table bot add foreign key (main_flow_id) references flow on delete set null;

create table flow_change (
  workspace_id uuid not null,
  flow_id uuid not null references flow on delete cascade,
  revision int not null,
  changes jsonb not null,
  person_id uuid,
  made_at timestamptz(3) not null default now(),
  primary key (flow_id, revision)
);

create table flow_version (
  workspace_id uuid not null,
  flow_id uuid not null references flow on delete cascade,
  version int not null,
  graph jsonb not null,
  published_at timestamptz(3) not null default now(),
  primary key (flow_id, version)
);

create table user_field (
  workspace_id uuid not null,
  bot_id uuid not null references bot on delete cascade,
  name text not null,
  label text not null,
  type text not null check (type in ('text', 'number', 'boolean', 'date', 'datetime', 'json')),
  description text not null default '',
  created_at timestamptz(3) not null default now(),
  primary key (bot_id, name)
);

create table subscription (
  id uuid primary key,
  workspace_id uuid not null,
  bot_id uuid not null references bot on delete cascade,
  install_id uuid not null references install,
  trigger text not null,
  enabled boolean not null default true,
  filter jsonb,
  note text not null default '',
  mappings jsonb not null default '[]',
  flow_id uuid not null references flow,
  created_at timestamptz(3) not null default now()
);
create index on subscription (bot_id);
create index on subscription (install_id, trigger);

-- Counts are kept by slot, one for each group of shards: two workers never wait for one another's row.
create table subscription_count (
  workspace_id uuid not null,
  subscription_id uuid not null references subscription on delete cascade,
  slot smallint not null,
  done bigint not null default 0,
  filtered bigint not null default 0,
  parked bigint not null default 0,
  last_fired_at timestamptz(3),
  primary key (subscription_id, slot)
);

create sequence contact_number;

-- Updated at each event: room is left on the page, and no index names a column that an event changes, so that
-- the new row version stays on its page and touches no index.
create table contact (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  bot_id uuid not null references bot on delete cascade,
  ns text not null unique,
  name text,
  email text,
  phone text,
  language text,
  time_zone text,
  fields jsonb not null default '{}',
  tags text[] not null default '{}',
  paused_until timestamptz(3),
  asking_run_id uuid,
  last_text text,
  last_seq int not null default 0,
  newest_order jsonb,
  -- Hash of the token that a visitor of the web chat holds.
  visitor_hash bytea unique,
  last_seen_at timestamptz(3),
  created_at timestamptz(3) not null default now()
) with (fillfactor = 70);
create index on contact (workspace_id, last_seen_at desc nulls last);
create index on contact (bot_id);
