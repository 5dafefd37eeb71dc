// Brings the database to the newest schema: numbered SQL files, forward only, each in a transaction of its own.
import { join } from 'node:path';
import type pg from 'pg';
import { ProblemError } from '@bellwire/model/problem.ts';
import { readMigrations } from './migration-files.ts';
import type { Migration } from './migration-files.ts';
import { raiseWorkspaceWalls } from './workspace-wall.ts';

/** Where the product's own migrations are. */
export const migrationsFolder = join(import.meta.dirname, 'migrations');

/** Any number, the same in every process: the lock under which one of them migrates. */
const lockKey = 7_235_900_001;

/**
 * Applies what is missing and returns the names of the files applied. Processes that start together take turns.
 *
 * @throws ProblemError `not-ready` when an applied file was changed, the database is newer than this code, or a
 * file fails; what was applied before it stays.
 */
export async function migrate(pool: pg.Pool, folder: string = migrationsFolder): Promise<string[]> {
  const files = await readMigrations(folder);
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query(createVersionTable);
    const missing = findMissing(files, await readApplied(client));
    for (const file of missing) await apply(client, file);
    await client.query('select pg_advisory_unlock($1)', [lockKey]);
    client.release();
    return missing.map((file) => file.name);
  } catch (error) {
    // Closing the connection also gives back the lock, in whatever state the failure left it.
    client.release(true);
    throw error;
  }
}

const createVersionTable = `
  create table if not exists schema_version (
    number integer primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz(3) not null default now()
  )`;

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

async function readApplied(client: pg.PoolClient): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'select number, name, checksum from schema_version order by number',
  );
  return rows;
}

/** The applied ones must all be among ours, word for word; what is left over is still to do, in the order of the numbers. */
function findMissing(files: Migration[], applied: Applied[]): Migration[] {
  const ours = new Map(files.map((file) => [file.number, file]));
  for (const row of applied) {
    const file = ours.get(row.number);
    if (file === undefined) {
      throw new ProblemError('not-ready', {
        says: `The database is newer than this program: it has the migration ${row.name}, and the newest here is ${files.at(-1)?.name ?? 'none'}. Start the newer version of Bellwire.`,
      });
    }
    if (file.checksum !== row.checksum) {
      throw new ProblemError('not-ready', {
        says: `The migration ${file.name} is not the one that was applied to this database (${row.name}). Restore the old file, and put the change into a new one with the next number.`,
      });
    }
    ours.delete(row.number);
  }
  return [...ours.values()];
}

async function apply(client: pg.PoolClient, file: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(file.text);
    await client.query(raiseWorkspaceWalls);
    await client.query('insert into schema_version (number, name, checksum) values ($1, $2, $3)', [
      file.number,
      file.name,
      file.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProblemError('not-ready', {
      says: `The migration ${file.name} failed${atLine(file.text, error)}: ${reason}. Nothing of it was kept.`,
      cause: error,
    });
  }
}

function atLine(text: string, error: unknown): string {
  if (!(error instanceof Error) || !('position' in error) || typeof error.position !== 'string') return '';
  return ` at line ${text.slice(0, Number(error.position)).split('\n').length}`;
}
