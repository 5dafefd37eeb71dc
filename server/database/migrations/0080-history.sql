-- What leads back from each edit of a draft, and what it is called where it was no plain change. Edits of before have neither.

alter table app_change add inverse jsonb;
alter table app_change add note text;
alter table flow_change add inverse jsonb;
alter table flow_change add note text;

-- The revision of the draft that a version was made from.
alter table app_version add revision int;
