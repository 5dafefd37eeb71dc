-- Fire tokens: each opens one address, at which one trigger of one install is fired, and nothing else.

create table fire_token (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  install_id uuid not null references install on delete cascade,
  name text not null,
  trigger text not null,
  -- Where it is for one contact only.
  contact_ns text,
  token_hash bytea not null unique,
  start text not null,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3),
  revoked_at timestamptz(3),
  last_used_at timestamptz(3)
);
create index on fire_token (install_id);
