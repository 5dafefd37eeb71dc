-- The log is read in turns of workspaces, each from its own beginning.
-- A number is still given once: the sequence sees to that.

alter table lane_log drop constraint lane_log_pkey;
alter table lane_log add primary key (workspace_id, seq);

-- How many events of this workspace are taken for one of another, while both have some waiting.
alter table workspace add column lane_share smallint not null default 1 check (lane_share between 1 and 10);
