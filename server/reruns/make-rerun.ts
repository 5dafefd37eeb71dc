// Begins a rerun: its events and runs are written down at once, and go into the lanes afterwards, at its pace.
import { sql } from 'kysely';
import type { RawBuilder, Transaction } from 'kysely';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { RerunKind } from '@bellwire/model/rerun.ts';
import type { Tables } from '../database/tables.ts';
import type { RerunSettings } from '../lanes/rerun-ref.ts';

export interface WantedRerun {
  readonly id: string;
  readonly workspaceId: string;
  readonly kind: RerunKind;
  readonly title: string;
  readonly askedBy: string;
  readonly perSecond: number;
  readonly settings?: RerunSettings;
  /** A select of `event_id` and `run_id`, either of them null. The oldest goes first. */
  readonly items: RawBuilder<unknown>;
}

/** More is run by asking again: one request must not write for minutes. */
export const MOST_ITEMS = 100_000;

/**
 * The same id again is the same rerun: nothing is begun twice.
 *
 * @throws ProblemError `conflict` when there is nothing to run.
 */
export async function makeRerun(tx: Transaction<Tables>, wanted: WantedRerun): Promise<void> {
  const { id, workspaceId, kind, title, askedBy, perSecond, settings = {}, items } = wanted;
  const { rows } = await sql<{ id: string }>`
    with picked as materialized (
      select event_id, run_id from (${items}) as item order by coalesce(event_id, run_id), run_id limit ${MOST_ITEMS}
    ), made as (
      insert into rerun (id, workspace_id, kind, title, asked_by, settings, per_second, total, asked_at, next_at)
      select ${id}, ${workspaceId}, ${kind}, ${title}, ${askedBy}, ${JSON.stringify(settings)}::jsonb, ${perSecond},
             (select count(*) from picked), clock_timestamp(), clock_timestamp()
       where exists (select from picked)
      on conflict (id) do nothing
      returning id
    ), written as (
      insert into rerun_item (workspace_id, rerun_id, place, event_id, run_id)
      select ${workspaceId}, made.id, row_number() over (order by coalesce(picked.event_id, picked.run_id), picked.run_id), picked.event_id, picked.run_id
        from made, picked
    )
    select id from made`.execute(tx);
  if (rows.length > 0) return;
  // In a statement of its own: one that waited for the same id to be written does not see it.
  const before = await tx.selectFrom('rerun').select('id').where('id', '=', id).executeTakeFirst();
  if (before === undefined)
    throw new ProblemError('conflict', { says: 'There is nothing to run: somebody may have been quicker.' });
}
