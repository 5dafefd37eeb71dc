-- How contacts are found by what the world outside knows of them: e-mail, phone, and the ids of others.

-- Kept in one way of writing from now on, so that a plain index finds them.
update contact set email = lower(btrim(email)) where email <> lower(btrim(email));
update contact set phone = bare
  from (select id, regexp_replace(regexp_replace(phone, '[\s().\-/\u2010-\u2015]', '', 'g'), '^00', '+') as bare from contact) written
 where written.id = contact.id and bare ~ '^\+?[0-9]{4,15}$' and bare <> phone;
create index on contact (workspace_id, email) where email is not null;
create index on contact (workspace_id, phone) where phone is not null;

-- Said by hand, or learned from an event that named the contact in a second way. Kind `ns`: a public id that is no contact's.
create table contact_identity (
  workspace_id uuid not null references workspace on delete cascade,
  install_id uuid not null references install on delete cascade,
  kind text not null,
  value text not null,
  contact_id uuid not null references contact on delete cascade,
  created_at timestamptz(3) not null default now(),
  primary key (install_id, kind, value)
);
create index on contact_identity (contact_id);

-- What the owner wants done with an identity that is not linked yet; the bot in which contacts are looked for and made.
alter table install
  add column contact_policy text not null default 'unmatched'
    check (contact_policy in ('unmatched', 'match', 'match-or-create')),
  add column contact_bot_id uuid references bot on delete set null;

-- Of an event without a contact: the identity by which the inbox groups it, and all that it brought. They leave with the row.
alter table parked
  add column install_id uuid,
  add column identity_kind text,
  add column identity_value text,
  add column identities jsonb;
update parked set install_id = event.install_id, identity_kind = 'ns', identity_value = event.contact_ns
  from event
 where event.workspace_id = parked.workspace_id and event.id = parked.event_id and parked.reason = 'contact-not-found';
create index on parked (workspace_id, install_id, identity_kind, identity_value) where identity_kind is not null;
