// Events that have been settled since the last look: each once, in whatever order their commits came.
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { EventState, EventSource } from '@bellwire/model/event.ts';
import type { Tables } from '../database/tables.ts';
import type { EventRow } from './event-row.ts';

/**
 * Neither ids nor times tell what is new: an event may have waited for hours before it was settled, and of two commits the
 * earlier time may come to light later. PostgreSQL's own snapshots do: new is what this look sees and the last one did not.
 */
export interface Look {
  /** What was seen before, as `pg_current_snapshot()` writes it. */
  readonly seen: string;
  /** When that was. Only rows settled since shortly before can be new. */
  readonly at: string;
  /** A look that was not told to its end: what it sees, and the last row that was told. */
  readonly open?: { readonly sees: string; readonly at: string; readonly id: string };
}

export interface FreshFilter {
  readonly installId?: string | undefined;
  readonly trigger?: string | undefined;
  readonly state?: EventState | undefined;
  readonly source?: EventSource | undefined;
}

export interface Fresh {
  readonly rows: readonly EventRow[];
  /** The look that saw them; each row's own place in it is `{ ...seen, open }`. */
  readonly sees: string;
  readonly at: string;
  readonly isWhole: boolean;
}

const MOST_ROWS = 200;

/** Longer than a batch of the lanes can take from its beginning, whose time the rows bear, to its commit; clocks may differ, too. */
const LATEST_COMMIT = '10 minutes';

/** Where a look begins that wants nothing of before. */
export async function lookNow(tx: Transaction<Tables>): Promise<Look> {
  const { rows } = await sql<{ seen: string; at: string }>`
    select pg_current_snapshot()::text as seen, clock_timestamp()::timestamptz(3) as at`.execute(tx);
  const [look] = rows;
  if (look === undefined) throw new TypeError('PostgreSQL gave no snapshot.');
  return look;
}

/** @returns null where the look is of another database, such as one that was restored from a backup since. */
export async function readFresh(
  tx: Transaction<Tables>,
  { seen, at, open }: Look,
  filter: FreshFilter,
): Promise<Fresh | null> {
  const now = await lookNow(tx);
  const sees = open?.sees ?? now.seen;
  if (lastOf(seen) > lastOf(now.seen) || lastOf(sees) > lastOf(now.seen)) return null;
  const rows = await newRows(tx, filter)
    .where(sql<boolean>`settled_at >= ${at}::timestamptz - ${LATEST_COMMIT}::interval`)
    .where(sql<boolean>`not pg_visible_in_snapshot(${writtenBy}, ${seen}::pg_snapshot)`)
    .where(sql<boolean>`pg_visible_in_snapshot(${writtenBy}, ${sees}::pg_snapshot)`)
    .$if(open !== undefined, (query) =>
      query.where(sql<boolean>`(settled_at, id) > (${open?.at}::timestamptz, ${open?.id}::uuid)`),
    )
    .execute();
  return { rows, sees, at: open === undefined ? now.at : at, isWhole: rows.length < MOST_ROWS };
}

function newRows(tx: Transaction<Tables>, { installId, trigger, state, source }: FreshFilter) {
  let query = tx
    .selectFrom('event')
    .select(['id', 'install_id', 'trigger', 'bot_id', 'contact_id', 'contact_ns', 'items', 'source'])
    .select(['state', 'reason', 'cause_run_id', 'url_id', 'fired_by', 'fired_at', 'settled_at'])
    .select(['arrival', 'decisions'])
    .orderBy('settled_at')
    .orderBy('id')
    .limit(MOST_ROWS);
  if (installId !== undefined) query = query.where('install_id', '=', installId);
  if (trigger !== undefined) query = query.where('trigger', '=', trigger);
  if (state !== undefined) query = query.where('state', '=', state);
  if (source !== undefined) query = query.where('source', '=', source);
  return query;
}

/**
 * The transaction that wrote the row. The row has its lower 32 bits; the upper ones are those of now, or of the round before.
 * Trap: a row written inside of a savepoint bears the savepoint's number, which no snapshot lists. Events are not.
 */
const writtenBy = sql`(
  with last as (select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as n), row as (select event.xmin::text::bigint as n)
  select (case when (last.n & -4294967296) + row.n < last.n then (last.n & -4294967296) + row.n
               else (last.n & -4294967296) + row.n - 4294967296 end)::text::xid8
    from last, row)`;

/** A snapshot is written `first:last:under way`; ids of transactions only grow. */
function lastOf(snapshot: string): bigint {
  return BigInt(/^\d+:(\d+):/.exec(snapshot)?.[1] ?? 0);
}
