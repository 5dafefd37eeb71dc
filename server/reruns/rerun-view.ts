// Reruns as the API shows them, with how far they are.
import { sql } from 'kysely';
import type { Selectable, Transaction } from 'kysely';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { RerunItemState } from '@bellwire/model/rerun.ts';
import type { Tables } from '../database/tables.ts';
import type { RerunTables } from './tables.ts';

export type RerunView = OutputOf<'getRerun'>;
type RerunRow = Selectable<RerunTables['rerun']>;

/** @throws ProblemError `not-found` */
export async function viewRerun(tx: Transaction<Tables>, id: string): Promise<RerunView> {
  const row = await tx.selectFrom('rerun').selectAll().where('id', '=', id).executeTakeFirst();
  const [view] = row === undefined ? [] : await viewReruns(tx, [row]);
  if (view === undefined)
    throw new ProblemError('not-found', { says: 'There is no such rerun in this workspace.' });
  return view;
}

export async function viewReruns(tx: Transaction<Tables>, rows: readonly RerunRow[]): Promise<RerunView[]> {
  if (rows.length === 0) return [];
  const counts = await tx
    .selectFrom('rerun_item')
    .select(['rerun_id', 'state', sql<number>`count(*)::int`.as('count')])
    .where(
      'rerun_id',
      'in',
      rows.map(({ id }) => id),
    )
    .groupBy(['rerun_id', 'state'])
    .execute();
  return rows.map((row) => {
    const of = (state: RerunItemState): number =>
      counts.find((count) => count.rerun_id === row.id && count.state === state)?.count ?? 0;
    return {
      id: row.id,
      kind: row.kind,
      title: row.title,
      askedBy: row.asked_by,
      state: row.state,
      perSecond: row.per_second,
      total: row.total,
      counts: {
        waiting: of('waiting'),
        underWay: of('under-way'),
        done: of('done'),
        stopped: of('stopped'),
        failed: of('failed'),
      },
      askedAt: row.asked_at,
      endedAt: row.ended_at,
    };
  });
}
