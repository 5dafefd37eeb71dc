// Reads the past of a draft: its edits in words, and the changes that lead back.
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import { says } from '@bellwire/model/changes/apply.ts';
import { changeSchema, type Change } from '@bellwire/model/changes/change.ts';
import type { Json } from '@bellwire/model/json.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { pageOfRows, readCursor } from '../database/cursor.ts';
import type { Tables } from '../database/tables.ts';

/** Whose past: the draft of an app, or of a bot's flow. */
export interface PastOf {
  readonly table: 'app_change' | 'flow_change';
  readonly column: 'app_id' | 'flow_id';
  readonly id: string;
}

interface EditRow {
  readonly revision: number;
  readonly changes: Json[];
  readonly note: string | null;
  readonly by: string | null;
  readonly madeAt: string;
  readonly canRevert: boolean;
}

type Edits = OutputOf<'listAppEdits'>;

/** Farther back nobody goes step by step: a version is restored instead. */
const MOST_EDITS_BACK = 5_000;

/** `first`: when the thing was made, which is no edit and stands last. */
export async function listEdits(
  tx: Transaction<Tables>,
  of: PastOf,
  { limit, after, first }: { limit: number; after: string | undefined; first: string },
): Promise<Edits> {
  const before = after === undefined ? null : readCursor(after, z.tuple([z.int()]))[0];
  const { rows } = await sql<EditRow>`
    select edit.revision, edit.changes, edit.note, person.name as by, edit.made_at as "madeAt",
           edit.inverse is not null as "canRevert"
    from ${sql.table(of.table)} edit left join person on person.id = edit.person_id
    where edit.${sql.ref(of.column)} = ${of.id} and (${before}::int is null or edit.revision < ${before}::int)
    order by edit.revision desc limit ${limit + 1}`.execute(tx);
  const all = rows.length > limit ? rows : [...rows, firstRow(first)];
  const page = pageOfRows(all, limit, ({ revision }) => [revision]);
  return { ...page, rows: page.rows.map((row) => ({ ...viewEdit(row), publishedAs: null })) };
}

function firstRow(madeAt: string): EditRow {
  return { revision: 1, changes: [], note: 'Made it', by: null, madeAt, canRevert: false };
}

function viewEdit({ changes, note, ...row }: EditRow): Omit<Edits['rows'][number], 'publishedAs'> {
  return { ...row, says: note === null ? changes.map(sayChange) : [note] };
}

function sayChange(change: Json): string {
  const read = changeSchema.safeParse(change);
  return read.success ? says(read.data) : 'Made a change that this version of the server does not know';
}

/**
 * The inverses of the edits after `edit`, the newest first; with `andIt` that of the edit itself as the last.
 * Undefined where one of them was not kept, or where there are too many.
 */
export async function readWayBack(
  tx: Transaction<Tables>,
  of: PastOf,
  { edit, andIt }: { edit: number; andIt: boolean },
): Promise<Change[][] | undefined> {
  const from = andIt ? edit : edit + 1;
  const { rows } = await sql<{ inverse: Json[] | null }>`
    select inverse from ${sql.table(of.table)}
    where ${sql.ref(of.column)} = ${of.id} and revision >= ${from}
    order by revision desc limit ${MOST_EDITS_BACK + 1}`.execute(tx);
  if (rows.length > MOST_EDITS_BACK) return undefined;
  const read = z.array(z.array(changeSchema)).safeParse(rows.map((row) => row.inverse));
  return read.success ? read.data : undefined;
}
