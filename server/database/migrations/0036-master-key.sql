-- Which master keys have sealed secrets here, so that a process with another one is told so at its start.

create table master_key (
  -- Eight hex digits derived from the key.
  id text primary key,
  used_since timestamptz(3) not null default clock_timestamp()
);
