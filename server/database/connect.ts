// Opens the pool to PostgreSQL, and refuses a server on which an accepted event could be lost.
import type pg from 'pg';
import type { Logger } from 'pino';
import { ProblemError } from '@bellwire/model/problem.ts';
import { chooseAmong, splitAddress, type Addresses } from './addresses.ts';
import { checkServer, serverFactsQuery } from './check-server.ts';
import type { ServerFacts } from './check-server.ts';
import { dialer, type OpenClient } from './dialer.ts';
import { embeddedPostgres } from './embedded-postgres.ts';
import { openPool } from './open-pool.ts';
import { refuseSharedSessions } from './shared-sessions.ts';
import { getTypeParser } from './value-types.ts';

export interface Database {
  readonly pool: pg.Pool;
  /** Of the first server named. Carries the session settings too, so a client made from it sees what the pool sees. */
  readonly url: string;
  /** A connection of one's own, beside the pool. */
  readonly openClient: OpenClient;
  close(): Promise<void>;
}

const CONNECT_MS = 10_000;

interface ConnectOptions {
  /** `DATABASE_URL`: any PostgreSQL from 15 on. Without it the embedded one is started under `dataDir`. */
  readonly url?: string | undefined;
  readonly dataDir?: string;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly poolSize?: number;
  /** Allows a server without fsync, whose rows do not survive a power cut. Only for tests. */
  readonly unsafeForTests?: boolean;
}

/**
 * Connects, checks the server and gives back the pool. `close()` ends the pool, and stops the embedded server.
 *
 * @throws ProblemError `not-ready` when the server cannot be reached or does not keep what it has accepted.
 * @example
 * const database = await connect({ url: process.env.DATABASE_URL, dataDir: './data', log });
 */
export async function connect(options: ConnectOptions): Promise<Database> {
  const embedded =
    options.url === undefined
      ? await embeddedPostgres({ dataDir: options.dataDir ?? './data', log: options.log })
      : undefined;
  const addresses = addressesOf(embedded?.url ?? options.url ?? '');
  const { forPool, open: openClient } = dialer(addresses);
  const { pool, end } = openPool({
    ...forPool,
    connectionString: addresses.current(),
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    types: { getTypeParser },
  });
  // An idle connection that breaks (a server restart) emits here; unheard, it would end the process.
  pool.on('error', (error) => options.log.warn({ err: error }, 'An idle database connection broke.'));
  const close = async () => {
    await end();
    await embedded?.stop();
  };
  try {
    await refuseUnsafeServer(pool, addresses, options);
    await refuseSharedSessions(pool, openClient);
  } catch (error) {
    await close();
    throw error;
  }
  return { pool, url: addresses.all[0] ?? '', openClient, close };
}

async function refuseUnsafeServer(pool: pg.Pool, { all }: Addresses, options: ConnectOptions): Promise<void> {
  const facts = await readFacts(pool, all.length);
  const { refusals, warnings } = checkServer(facts, { unsafeForTests: options.unsafeForTests ?? false });
  for (const warning of warnings) options.log.warn(warning);
  if (refusals.length > 0) throw new ProblemError('not-ready', { says: refusals.join(' ') });
}

/** Each of several servers is tried once: each try that fails moves on to the next. */
async function readFacts(pool: pg.Pool, tries: number): Promise<ServerFacts> {
  try {
    const { rows } = await pool.query<ServerFacts>(serverFactsQuery);
    const facts = rows[0];
    if (facts === undefined) throw new Error('The server answered without a row.');
    return facts;
  } catch (error) {
    if (tries > 1) return readFacts(pool, tries - 1);
    const { host = 'localhost', port = 5432, user, database } = pool.options;
    const reason = error instanceof Error && error.message !== '' ? error.message : String(error);
    throw new ProblemError('not-ready', {
      says: `The database cannot be used: ${reason}. Check DATABASE_URL and that the server is running.`,
      facts: { host, port, user: user ?? '', database: database ?? '' },
      cause: error,
    });
  }
}

function addressesOf(address: string): Addresses {
  const split = splitAddress(address);
  if (split === undefined) {
    throw new ProblemError('not-ready', {
      says: 'DATABASE_URL is not an address. Write it as postgres://user:password@host:5432/database, with special characters in the password percent-encoded.',
    });
  }
  const [first, ...others] = split;
  return chooseAmong([withSessionSettings(first), ...others.map(withSessionSettings)]);
}

/** In the address rather than per query: it costs nothing at run time, and pools of other libraries get it as well. */
function withSessionSettings(address: string): string {
  const url = new URL(address);
  const own = '-c bellwire.workspace=* -c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=iso_8601';
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} ${own}`.trim());
  if (!url.searchParams.has('application_name')) url.searchParams.set('application_name', 'bellwire');
  // A plus means a space to the driver, but not to psql and other programs.
  url.search = url.search.replaceAll('+', '%20');
  return url.href;
}
