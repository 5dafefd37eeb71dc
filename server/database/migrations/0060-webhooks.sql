-- Lasting addresses of installs and bots, and what came in at them.

-- A bot's own webhook; an install's is declared by its app.
create table bot_webhook (
  id uuid primary key,
  workspace_id uuid not null,
  bot_id uuid not null references bot on delete cascade,
  flow_id uuid not null references flow,
  name text not null,
  enabled boolean not null default true,
  receiving jsonb not null,
  created_at timestamptz(3) not null default now()
);
create index on bot_webhook (bot_id);

create table webhook_address (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  -- One of the two: a webhook of an install, by its name in the app, or a bot's.
  install_id uuid references install on delete cascade,
  name text not null default '',
  bot_webhook_id uuid unique references bot_webhook on delete cascade,
  -- The address is shown again to its owner, so the token is kept, sealed; it is found by the hash.
  token_hash bytea not null unique,
  token_sealed text not null,
  -- The one before goes on for a while when it is replaced.
  old_token_hash bytea unique,
  old_token_until timestamptz(3),
  -- Sealed, the newest first: two hold while senders are changed over.
  secrets text[] not null default '{}',
  created_at timestamptz(3) not null default now(),
  check ((install_id is null) <> (bot_webhook_id is null))
);
create unique index on webhook_address (install_id, name) where install_id is not null;

create table webhook_call (
  workspace_id uuid not null,
  id uuid primary key,
  address_id uuid not null references webhook_address on delete cascade,
  at timestamptz(3) not null,
  verdict text not null,
  says text not null,
  -- Method, headers without secrets, and query. The body is kept as it came: jsonb would lose the order of its names.
  head jsonb not null,
  body text not null,
  contact_id uuid,
  run_id uuid,
  -- The call that this one was made of by a person.
  replay_of uuid
);
create index on webhook_call (address_id, id desc);
create index on webhook_call (workspace_id, id);
create index on webhook_call (run_id) where run_id is not null;

-- What doubles are known by.
create table webhook_key (
  workspace_id uuid not null,
  address_id uuid not null references webhook_address on delete cascade,
  key text not null,
  call_id uuid not null,
  at timestamptz(3) not null,
  primary key (address_id, key)
);
create index on webhook_key (at);
