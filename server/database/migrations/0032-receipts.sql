-- Receipts: an app's own server is told what became of its events, where the owner of the install allows it.

alter table install add column receipts boolean not null default false;

-- What receipts of an app are signed with; sealed.
create table receipt_secret (
  app_id uuid primary key references app on delete cascade,
  workspace_id uuid not null,
  sealed text not null,
  made_at timestamptz(3) not null default now()
);

create table receipt (
  id uuid primary key,
  -- Of the install.
  workspace_id uuid not null,
  install_id uuid not null references install on delete cascade,
  event_id uuid not null,
  trigger text not null,
  outcome text not null,
  reason text,
  settled_at timestamptz(3) not null,
  tries int not null default 0,
  -- Null once it has been sent or given up.
  due_at timestamptz(3),
  sent_at timestamptz(3),
  failure text
);
create index on receipt (due_at) where due_at is not null;
create index on receipt (install_id, id);
