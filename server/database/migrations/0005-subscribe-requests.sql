-- Telling an app's own server that it was installed or uninstalled.

-- The install's newest key, sealed: both requests name it, and only its hash is kept elsewhere.
alter table install add column sealed_key text;

-- A request still to be sent, or one that has been given up: then it has no due time, and says why.
create table subscribe_request (
  workspace_id uuid not null references workspace on delete cascade,
  install_id uuid not null references install on delete cascade,
  kind text not null check (kind in ('subscribe', 'unsubscribe')),
  tries int not null default 0,
  -- While a try is under way this is when it counts as lost.
  due_at timestamptz(3),
  failure text,
  created_at timestamptz(3) not null default now(),
  primary key (install_id, kind)
);
create index on subscribe_request (due_at);
