-- Addresses that show a builder what a service sends, for a short time. Nothing runs by them.
create table capture (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  -- One of the two whose draft it is for.
  app_id uuid references app on delete cascade,
  bot_id uuid references bot on delete cascade,
  token_hash bytea not null unique,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  check ((app_id is null) <> (bot_id is null))
);
create index on capture (workspace_id);

create table capture_call (
  workspace_id uuid not null,
  id uuid primary key,
  capture_id uuid not null references capture on delete cascade,
  at timestamptz(3) not null,
  head jsonb not null,
  body text not null
);
create index on capture_call (capture_id);
