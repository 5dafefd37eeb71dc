// Claims rows whose time has come: each by one process, until its lease runs out.
import { sql } from 'kysely';
import type { Kysely, RawBuilder, Selectable } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Tables of things that are tried until they are done: `due_at` is null once nothing more is to be tried. */
type DueTable = {
  [Name in keyof Tables]: Selectable<Tables[Name]> extends { tries: number; due_at: string | null }
    ? Name
    : never;
}[keyof Tables];

interface Claiming<Table extends DueTable> {
  readonly table: Table;
  /** The columns of its primary key. */
  readonly key: readonly (keyof Tables[Table] & string)[];
  /** A try that has not ended by then was lost with its process, and another one is made. */
  readonly leaseSeconds?: number;
}

/** More than any request may take. */
export const LEASE_SECONDS = 60;

/** The rows as they are now: this try counted, `due_at` at the end of the lease. By the database's clock, which all processes share. */
export async function claimDue<Table extends DueTable>(
  platform: Kysely<Tables>,
  { table, key, leaseSeconds = LEASE_SECONDS }: Claiming<Table>,
  most: number,
): Promise<Selectable<Tables[Table]>[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const { rows } = await sql<Selectable<Tables[Table]>>`
    update ${sql.table(table)} set tries = tries + 1, due_at = ${afterPause(leaseSeconds * 1000)}
     where (${columns}) in (
       select ${columns} from ${sql.table(table)} where due_at <= now() order by due_at limit ${most} for update skip locked
     ) returning *`.execute(platform);
  return rows;
}

/** As `due_at`: when the pause is over; null, and so never, without one. */
export function afterPause(ms: number): RawBuilder<string>;
export function afterPause(ms: number | null): RawBuilder<string> | null;
export function afterPause(ms: number | null): RawBuilder<string> | null {
  return ms === null ? null : sql<string>`now() + make_interval(secs => ${ms / 1000})`;
}
