-- What a service has granted to an install, such as a token: kept in app fields until it expires.

create table install_grant (
  install_id uuid primary key references install on delete cascade,
  workspace_id uuid not null,
  -- Values by the name of their app field; those of secure fields are sealed, in `secrets`.
  fields jsonb not null,
  secrets jsonb not null,
  -- When it is renewed before it is used: somewhat earlier than it expires. Null where it does not expire.
  renew_at timestamptz(3),
  -- Counts the grants: whoever was refused with an older one need not ask for another.
  generation int not null default 1,
  -- Until then one process asks for the next one; a refresh token may be good for one use only.
  renewing_until timestamptz(3)
);

-- The client that a service has registered for an app, by which its installs sign in.
create table app_client (
  app_id uuid primary key references app on delete cascade,
  workspace_id uuid not null,
  client_id text not null,
  sealed_secret text
);

-- A person who has gone to sign in at a service and is expected back, in the same browser, once.
create table sign_in (
  state_hash bytea primary key,
  -- Where the app will be installed.
  workspace_id uuid not null references workspace on delete cascade,
  person_id uuid not null references person on delete cascade,
  session_hash bytea not null,
  app_id uuid not null references app on delete cascade,
  version_id uuid not null,
  -- Set where an install is reconnected.
  install_id uuid references install on delete cascade,
  -- The verifier, the inputs and the name, sealed.
  sealed text not null,
  expires_at timestamptz(3) not null
);
create index on sign_in (expires_at);
