// The harness's own way into the database, past the code of the server under test.
import { openPool, type OpenPool } from '@bellwire/server/database/open-pool.ts';

export type Database = OpenPool['pool'];

/** Queries fail while PostgreSQL is down, and work again by themselves when it is back. */
export function openDatabase(url: string): OpenPool {
  const opened = openPool({
    connectionString: url,
    max: 3,
    options: '-c bellwire.workspace=*',
    connectionTimeoutMillis: 2_000,
  });
  // PostgreSQL is killed under it all the time; unheard, the event would end the run.
  opened.pool.on('error', () => undefined);
  return opened;
}
