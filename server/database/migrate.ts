// Brings the database to the newest schema: numbered SQL files, forward only, each in a transaction of its own.
import { join } from 'node:path';
import type pg from 'pg';
import { ProblemError } from '@bellwire/model/problem.ts';
import { readMigrations } from './migration-files.ts';
import type { Migration } from './migration-files.ts';
import { refuseOlderProcesses } from './older-processes.ts';
import { raiseWorkspaceWalls } from './workspace-wall.ts';

/** Where the product's own migrations are. */
export const migrationsFolder = join(import.meta.dirname, 'migrations');

/** Any number, the same in every process: the lock under which one of them migrates. */
const lockKey = 7_235_900_001;

export interface Migrated {
  /** Names of the files applied now. */
  readonly applied: readonly string[];
  /** Names of those that newer code has applied, and that this code can live with. */
  readonly unknown: readonly string[];
  /** The newest number this code knows: other processes are told it, so that none takes away what we still use. */
  readonly schema: number;
}

/**
 * Applies what is missing. Processes that start together take turns.
 *
 * @throws ProblemError `not-ready` when an applied file was changed, newer code has taken away what this code uses,
 * processes still run that need what a file takes away, or a file fails; what was applied before it stays.
 */
export async function migrate(pool: pg.Pool, folder: string = migrationsFolder): Promise<Migrated> {
  const files = await readMigrations(folder);
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query(versionTable);
    const before = await readApplied(client);
    const known = new Set(files.map(({ number }) => number));
    const unknown = before.filter(({ number }) => !known.has(number));
    refuseTakenAway(unknown, known);
    const missing = findMissing(files, before);
    await refuseOlderProcesses(client, missing);
    for (const file of missing) await apply(client, file);
    await client.query('select pg_advisory_unlock($1)', [lockKey]);
    client.release();
    return {
      applied: missing.map(({ name }) => name),
      unknown: unknown.map(({ name }) => name),
      schema: files.at(-1)?.number ?? 0,
    };
  } catch (error) {
    // Closing the connection also gives back the lock, in whatever state the failure left it.
    client.release(true);
    throw error;
  }
}

const versionTable = `
  create table if not exists schema_version (
    number integer primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz(3) not null default now()
  );
  alter table schema_version add column if not exists contract_after integer`;

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
  readonly contract_after: number | null;
}

async function readApplied(client: pg.PoolClient): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'select number, name, checksum, contract_after from schema_version order by number',
  );
  return rows;
}

/** What newer code has added may stay unknown to us; what it has taken away, we must not be using. */
function refuseTakenAway(unknown: readonly Applied[], known: ReadonlySet<number>): void {
  const fatal = unknown.find(({ contract_after: since }) => since !== null && !known.has(since));
  if (fatal === undefined) return;
  throw new ProblemError('not-ready', {
    says: `The database is newer than this program can live with: its migration ${fatal.name} took away what this version uses. Start the newer version of Bellwire.`,
  });
}

/** The applied ones must be ours word for word, as far as we know them; what is left over is still to do. */
function findMissing(files: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const before = new Map(applied.map((row) => [row.number, row]));
  return files.filter((file) => {
    const row = before.get(file.number);
    if (row !== undefined && row.checksum !== file.checksum) {
      throw new ProblemError('not-ready', {
        says: `The migration ${file.name} is not the one that was applied to this database (${row.name}). Restore the old file, and put the change into a new one with the next number.`,
      });
    }
    return row === undefined;
  });
}

async function apply(client: pg.PoolClient, file: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(file.text);
    await client.query(raiseWorkspaceWalls);
    await client.query(
      'insert into schema_version (number, name, checksum, contract_after) values ($1, $2, $3, $4)',
      [file.number, file.name, file.checksum, file.contractAfter],
    );
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
