-- How long a workspace keeps what; null is the operator's.

create table retention (
  workspace_id uuid primary key references workspace on delete cascade,
  event_days int check (event_days > 0),
  unheard_days int check (unheard_days > 0),
  refused_days int check (refused_days > 0),
  message_days int check (message_days > 0)
);

-- Rows come in the order of time: a few bytes for each range of pages find the old ones, and cost an insert nothing.
create index on message_key using brin (created_at);
create index on event_double using brin (at);
