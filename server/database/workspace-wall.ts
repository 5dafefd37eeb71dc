// The second wall between workspaces: row-level security on every table that has a workspace_id.

/**
 * SQL that puts the wall on each table and partition in the schema `public` that has a column `workspace_id` and
 * no wall yet. Run after every migration, so that a new table cannot be forgotten; run it too after making a partition,
 * because a partition that is read directly is not covered by its parent's policy.
 *
 * The rule compares with the session setting `bellwire.workspace`: one workspace sees its rows, `*` (the
 * platform) all, unset nothing. `(select …)` makes it an init plan, read once a statement and not once a row.
 * Trap: under a policy only leakproof operators may use an index. `=`, `<` on uuid, text, numbers and times are;
 * `@>` on jsonb, `like` and `@@` are not, and scan the workspace's rows.
 */
export const raiseWorkspaceWalls = `
do $wall$
declare
  target regclass;
begin
  for target in
    select c.oid from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'workspace_wall')
  loop
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format($policy$
      create policy workspace_wall on %s using (
        (select current_setting('bellwire.workspace', true)) = '*'
        or workspace_id = (select nullif(nullif(current_setting('bellwire.workspace', true), '*'), '')::uuid)
      )$policy$, target);
  end loop;
end
$wall$`;
