-- Events and runs in weekly partitions by their id, which begins with its time: what is too old goes as a whole table.

-- The smallest id that is made at this time.
create function id_at(at timestamptz) returns uuid immutable strict parallel safe language sql as $$
  select (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid
$$;

-- The table of before becomes the first partition, so that nothing is copied. It reaches two Mondays ahead: until then the server
-- has made the partitions after it. The default one takes what no partition is for, so that no insert can fail for want of one.
do $partition$
declare
  parent text;
  bound uuid := id_at(date_trunc('week', now()) + interval '2 weeks');
begin
  foreach parent in array array['event', 'run'] loop
    execute format('alter table %I rename to %I', parent, parent || '_first');
    execute format('alter index %I rename to %I', parent || '_pkey', parent || '_first_pkey');
    execute format('create table %I (like %I including all) partition by range (id)', parent, parent || '_first');
    execute format('create table %I partition of %I default', parent || '_default', parent);
    execute format('with late as (delete from %I where id >= %L returning *) insert into %I select * from late',
                   parent || '_first', bound, parent);
    execute format('alter table %I attach partition %I for values from (minvalue) to (%L)', parent, parent || '_first', bound);
  end loop;
end
$partition$;
