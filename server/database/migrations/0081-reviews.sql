-- Versions that wait for the operator before everybody finds them, and apps that the operator has stopped.

alter table app add review text check (review in ('asked', 'rejected'));
alter table app add review_version_id uuid;
alter table app add review_says text;
alter table app add review_at timestamptz(3);
-- Why it is suspended, and what it was before.
alter table app add suspended_says text;
alter table app add suspended_from text;
