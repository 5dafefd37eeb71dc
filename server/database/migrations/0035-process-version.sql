-- Each living process says which code it runs, so that no newer one takes away what it still uses.

alter table server_process
  add column version text not null default 'before 0035',
  -- The newest migration that its code knows.
  add column schema_number int not null default 0;
