-- An install whose auth values were refused by its service: since when, and what was answered. Both are null while all is well.

alter table install
  add column connection_lost_at timestamptz,
  add column connection_answer text,
  add check ((connection_lost_at is null) = (connection_answer is null));
