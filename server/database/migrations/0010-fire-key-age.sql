-- An index by which idempotency keys can leave when their time is over.

-- Rows come in the order of time: a few bytes for each range of pages find the old ones, and cost an insert nothing.
create index on fire_key using brin (created_at);
