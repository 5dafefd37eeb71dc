// Keeps a migration that takes something away from being applied while a process still runs that uses it.
import type pg from 'pg';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Migration } from './migration-files.ts';

interface LivingProcess {
  readonly host: string;
  readonly version: string;
  readonly schema: number;
}

/** As the owner of the lanes counts it: who has not beaten for so long is taken for dead. */
const ALIVE_MS = 6_000;

/** @throws ProblemError `not-ready` naming the processes to be stopped first. */
export async function refuseOlderProcesses(
  client: pg.PoolClient,
  missing: readonly Migration[],
): Promise<void> {
  const contracts = missing.filter(({ contractAfter }) => contractAfter !== null);
  if (contracts.length === 0) return;
  const living = await readLiving(client);
  for (const { name, contractAfter } of contracts) {
    const older = living.filter(({ schema }) => schema < (contractAfter ?? 0));
    if (older.length === 0) continue;
    const list = older.map(({ host, version }) => `${version} on ${host}`).join(', ');
    throw new ProblemError('not-ready', {
      says: `The migration ${name} takes away what running processes still use (Bellwire ${list}). Stop them, or upgrade them to a version in between first; then start this one again.`,
    });
  }
}

async function readLiving(client: pg.PoolClient): Promise<LivingProcess[]> {
  const { rows: found } = await client.query<{ columns: number }>(
    `select count(*)::int as columns from pg_attribute
      where attrelid = to_regclass('server_process') and attname = any('{version,schema_number}')`,
  );
  // A database of before the processes told their version: whoever runs on it is stopped for this once.
  if (found[0]?.columns !== 2) return [];
  const { rows } = await client.query<LivingProcess>(
    `select host, version, schema_number as schema from server_process
      where beat_at > clock_timestamp() - make_interval(secs => $1)`,
    [ALIVE_MS / 1000],
  );
  return rows;
}
