// Sees to it that all processes on one database have the same master key: each would seal secrets that the others cannot open.
import type pg from 'pg';
import { ProblemError } from '@bellwire/model/problem.ts';
import { findMasterKeys, loadMasterKeys, type KeyPlaces, type MasterKeys } from './master-key.ts';

/**
 * The keys of this process, where they are those of the database too. A key file is made only for a database that
 * has no secrets yet.
 *
 * @throws ProblemError `not-ready` where the newest key in use is not among ours.
 * @throws Error naming the place, where a key cannot be read or others can read the file.
 */
export async function agreeOnKeys(pool: pg.Pool, places: KeyPlaces): Promise<MasterKeys> {
  const client = await pool.connect();
  try {
    // Two processes that start at once on an empty database: the second one has to see the first one's key.
    await client.query('begin; lock table master_key in exclusive mode');
    const inUse = await readKeyInUse(client);
    const keys = await (inUse === null ? loadMasterKeys(places) : findKeysWith(inUse, places));
    await client.query('insert into master_key (id) values ($1) on conflict do nothing', [keys[0].id]);
    await client.query('commit');
    return keys;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function readKeyInUse(client: pg.PoolClient): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    'select id from master_key order by used_since desc limit 1',
  );
  return rows[0]?.id ?? null;
}

async function findKeysWith(inUse: string, places: KeyPlaces): Promise<MasterKeys> {
  const found = await findMasterKeys(places);
  if (found?.some(({ id }) => id === inUse) === true) return found;
  throw otherKey(inUse, found?.map(({ id }) => id) ?? []);
}

function otherKey(inUse: string, ours: readonly string[]): ProblemError {
  const here = ours.length === 0 ? 'none' : ours.join(', ');
  return new ProblemError('not-ready', {
    says: `The secrets in this database are sealed by the master key ${inUse}, and this process has ${here}. Give every process the same BELLWIRE_MASTER_KEY: on the machine that has it, it is there or in the file master.key of its BELLWIRE_DATA. A key that replaces another stands before it, with a comma.`,
    facts: { inUse, here },
  });
}
