-- What is known of the things that a contact's events tell of (a payment, a parcel): only for triggers that name an entity.
create table entity (
  workspace_id uuid not null,
  lane uuid not null,
  install_id uuid not null,
  name text not null,
  key text not null,
  -- The newest event that was seen, and the value by which it is.
  newest json,
  -- The event that waits for others to come, with its items; null while none does.
  gathering json,
  -- The newest run of each subscription that ends the older one's waiting run.
  runs json not null,
  seen_at timestamptz(3) not null,
  primary key (lane, install_id, name, key)
) with (fillfactor = 80);

-- What comes into the lane when the time is over, where that is not just the going on of a run.
alter table timer add column arrival json;
