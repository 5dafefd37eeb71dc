-- Indexes for lists that would otherwise look through all that has ever been, found by bench/grow.ts.

-- The id too: of a million contacts never seen, all stand in one place of the order, and each page would sort them all.
drop index contact_workspace_id_last_seen_at_idx;
create index contact_by_last_seen on contact (workspace_id, last_seen_at desc nulls last, id desc);

-- What goes well is not in it, so that an ordinary run writes no entry more.
create index run_failed on run (workspace_id, id) where status = 'failed';
