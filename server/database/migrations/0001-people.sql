-- People, workspaces, and the keys they open the API with.

create table person (
  id uuid primary key,
  name text not null,
  email text not null unique,
  password_hash text not null,
  created_at timestamptz(3) not null default now()
);

-- Only the hash of the cookie's token is kept: a stolen dump opens no session.
create table session (
  token_hash bytea primary key,
  person_id uuid not null references person on delete cascade,
  created_at timestamptz(3) not null default now(),
  last_used_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null
);
create index on session (person_id);

create table workspace (
  id uuid primary key,
  name text not null,
  created_at timestamptz(3) not null default now()
);

create table member (
  workspace_id uuid not null references workspace on delete cascade,
  person_id uuid not null references person on delete cascade,
  role text not null check (role in ('viewer', 'agent', 'builder', 'admin', 'owner')),
  joined_at timestamptz(3) not null default now(),
  primary key (workspace_id, person_id)
);
create index on member (person_id);

create table invitation (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  email text not null,
  role text not null check (role in ('viewer', 'agent', 'builder', 'admin')),
  token_hash bytea not null unique,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  accepted_at timestamptz(3)
);
create index on invitation (workspace_id);
