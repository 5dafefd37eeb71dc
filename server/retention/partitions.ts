// The weekly partitions of events and runs: which there are, and those of the coming weeks, made before they are needed.
import type pg from 'pg';
import { smallestUuidAt, timeOfUuid } from '../database/uuid.ts';
import { raiseWorkspaceWalls } from '../database/workspace-wall.ts';
import { inTransaction } from './in-transaction.ts';
import { WEEK_MS, weeksFrom } from './weeks.ts';

/** The tables that are partitioned, with what their partitions are stored like: a partitioned table itself takes no such setting. */
export const partitioned = [
  { table: 'event', storage: '' },
  { table: 'run', storage: 'with (fillfactor = 85)' },
] as const;

export type PartitionedTable = (typeof partitioned)[number]['table'];

/** Weeks made ahead: a server that was not started for so long still finds its partition ready. */
const WEEKS_AHEAD = 4;

export interface Partition {
  readonly name: string;
  /** Where it ends, in epoch milliseconds: every row in it was made before. */
  readonly to: number;
}

/** The partitions of a table, the oldest first, without the default one. */
export async function readPartitions(
  database: pg.Pool | pg.ClientBase,
  table: PartitionedTable,
): Promise<Partition[]> {
  const { rows } = await database.query<{ name: string; bound: string }>(
    `select name, bound from (
       select c.relname as name, substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \\(''([0-9a-f-]{36})''\\)') as bound
         from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = $1::regclass
     ) partition where bound is not null order by bound`,
    [table],
  );
  return rows.map(({ name, bound }) => ({ name, to: timeOfUuid(bound).getTime() }));
}

/** @returns the names of those that were missing and have been made. */
export async function makePartitionsAhead(pool: pg.Pool, now: number): Promise<string[]> {
  const made: string[] = [];
  for (const { table, storage } of partitioned) {
    const border = (await readPartitions(pool, table)).at(-1)?.to;
    if (border === undefined) continue;
    for (const { from, to } of weeksFrom(border, now + WEEKS_AHEAD * WEEK_MS)) {
      const name = `${table}_${new Date(from).toISOString().slice(0, 10).replaceAll('-', '')}`;
      await makePartition(pool, {
        table,
        storage,
        name,
        from: smallestUuidAt(new Date(from)),
        to: smallestUuidAt(new Date(to)),
      });
      made.push(name);
    }
  }
  return made;
}

interface Making {
  readonly table: PartitionedTable;
  readonly storage: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Made apart and then attached, which stops no reader or writer of the table; `create table … partition of` would. Only the
 * default partition is locked, and rows of the week that have come into it move over.
 */
async function makePartition(pool: pg.Pool, { table, storage, name, from, to }: Making): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query(`lock table ${table}_default in access exclusive mode`);
    await client.query(`create table ${name} (like ${table} including all) ${storage}`);
    await client.query(raiseWorkspaceWalls);
    await client.query(
      `with early as (delete from ${table}_default where id >= '${from}' and id < '${to}' returning *)
       insert into ${name} select * from early`,
    );
    await client.query(
      `alter table ${table} attach partition ${name} for values from ('${from}') to ('${to}')`,
    );
  });
}
