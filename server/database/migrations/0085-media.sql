-- Pictures, sounds, films and files that were uploaded for messages, or by contacts.
create table media (
  id uuid primary key,
  workspace_id uuid not null references workspace on delete cascade,
  -- Who knows the address may read it: only the hash of its secret part is kept.
  token_hash bytea not null unique,
  name text not null,
  -- As its bytes say, not as whoever uploaded it says.
  type text not null,
  size int not null,
  bytes bytea not null,
  -- The visitor of a web chat that uploaded it; null for a member or a key.
  visitor_hash bytea,
  created_at timestamptz(3) not null default now()
);
-- As it stands, so that a part of a film is read without the rest.
alter table media alter column bytes set storage external;
create index on media (workspace_id, id);
