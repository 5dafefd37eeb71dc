-- Mini-apps, their frozen versions, and where they are installed.

create table app (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  name text not null,
  draft jsonb not null,
  revision int not null default 1,
  state text not null default 'draft' check (state in ('draft', 'private', 'public', 'suspended')),
  -- The version that installs follow, and the revision of the draft it was made from.
  published_version_id uuid,
  published_revision int,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  unique (workspace_id, name)
);

create table app_change (
  workspace_id uuid not null,
  app_id uuid not null references app on delete cascade,
  revision int not null,
  changes jsonb not null,
  person_id uuid,
  made_at timestamptz(3) not null default now(),
  primary key (app_id, revision)
);

create table app_version (
  id uuid primary key,
  workspace_id uuid not null,
  app_id uuid not null references app on delete cascade,
  number int not null,
  definition jsonb not null,
  changelog text not null default '',
  published_at timestamptz(3) not null default now(),
  unique (app_id, number)
);

create table install (
  id uuid primary key,
  -- The workspace that installed the app, not the one that built it.
  workspace_id uuid not null references workspace on delete cascade,
  app_id uuid not null references app,
  version_id uuid not null references app_version,
  name text not null,
  state text not null default 'active' check (state in ('active', 'needs-attention', 'uninstalled')),
  attention text,
  scopes text[] not null default '{}',
  -- Auth inputs as given; secret ones are sealed, by name, in `secrets`.
  auth jsonb not null default '{}',
  secrets jsonb not null default '{}',
  installed_at timestamptz(3) not null default now(),
  uninstalled_at timestamptz(3)
);
create index on install (workspace_id);
create index on install (app_id);
-- One live install of an app has a name of its own.
create unique index on install (workspace_id, app_id, name) where state <> 'uninstalled';

create table api_key (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  -- Set for the key that an install was given.
  install_id uuid references install on delete cascade,
  name text not null,
  scopes text[] not null,
  token_hash bytea not null unique,
  start text not null,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3),
  revoked_at timestamptz(3),
  last_used_at timestamptz(3)
);
create index on api_key (workspace_id);
create index on api_key (install_id);
