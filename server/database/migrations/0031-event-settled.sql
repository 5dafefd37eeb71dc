-- Rows come in the order in which they are settled: a few bytes for each range of pages find the last minutes, and cost an insert nothing.
create index on event using brin (settled_at);
