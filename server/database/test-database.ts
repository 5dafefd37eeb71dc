// For tests: a migrated database of one's own in some 40 ms, cloned from a template and dropped after the test.
import { createHash, randomBytes } from 'node:crypto';
import { after } from 'node:test';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import pino from 'pino';
import { connect } from './connect.ts';
import type { Database } from './connect.ts';
import { migrate, migrationsFolder } from './migrate.ts';
import { readMigrations } from './migration-files.ts';
import { tenants } from './tenant.ts';
import type { Tenants } from './tenant.ts';
import { startTestServer } from './test-server.ts';
import { raiseWorkspaceWalls } from './workspace-wall.ts';

export interface TestDatabase extends Pick<Database, 'pool' | 'url'>, Tenants {
  /**
   * For what uses the database and must end before it is dropped: a server, a worker, a client. Newest first.
   * `t.after` would come too late: its hooks run in the order of registration, and the drop was registered before.
   */
  beforeDrop(work: () => unknown): void;
}

/**
 * The server is that of `TEST_DATABASE_URL` (an ordinary role with CREATEDB), else an embedded one shared with other
 * test processes. Nothing is left running when the test file ends.
 *
 * @example
 * test('a bot belongs to its workspace', async (t) => {
 *   const { inWorkspace } = await testDatabase(t);
 * });
 */
export async function testDatabase(t: TestContext, options: { poolSize?: number } = {}): Promise<TestDatabase> {
  const { url: serverUrl, admin, template } = await (source ??= openSource());
  const name = `bellwire_test_${Date.now()}_${randomBytes(4).toString('hex')}`;
  await admin.query(`create database ${name} template ${template}`);
  const { pool, url, close } = await connect({
    url: databaseUrl(serverUrl, name),
    log,
    unsafeForTests: true,
    poolSize: options.poolSize ?? 5,
  });
  const ending: (() => unknown)[] = [];
  t.after(async () => {
    for (const end of ending.reverse()) await end();
    await close();
    await dropDatabase(admin, name);
  });
  return { pool, url, ...tenants(pool), beforeDrop: (work) => ending.push(work) };
}

/**
 * The driver's `end()` comes back before the server has noticed, and a session that is forced out just then fails its
 * client with an error that nobody hears. So: wait a little, and force only what somebody forgot to close.
 */
async function dropDatabase(admin: pg.Pool, name: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rowCount } = await admin.query('select from pg_stat_activity where datname = $1', [name]);
    if (rowCount === 0) break;
    await sleep(5);
  }
  await admin.query(`drop database ${name} with (force)`);
}

interface Source {
  readonly url: string;
  readonly admin: pg.Pool;
  readonly template: string;
  close(): Promise<void>;
}

const log = pino({ level: 'error' });
let source: Promise<Source> | undefined;
after(async () => (await source)?.close());

async function openSource(): Promise<Source> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given === undefined ? await startTestServer() : undefined;
  const url = given ?? server?.url ?? '';
  const admin = new pg.Pool({ connectionString: url, max: 2 });
  const close = async () => {
    await admin.end();
    await server?.stop();
  };
  try {
    await refuseSuperuser(admin);
    await dropForgotten(admin);
    return { url, admin, template: await ensureTemplate(admin, url), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Row-level security does not bind a superuser, so its tests would fail one by one without saying why. */
async function refuseSuperuser(admin: pg.Pool): Promise<void> {
  const { rowCount } = await admin.query(
    'select from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)',
  );
  if (rowCount === 0) return;
  throw new Error('TEST_DATABASE_URL names a superuser. Make a role for it: CREATE ROLE bellwire_test LOGIN CREATEDB.');
}

/** Databases of test processes that were killed before they could drop them. */
async function dropForgotten(admin: pg.Pool): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    `select datname from pg_database where datname ~ '^bellwire_test_[0-9]+_'
        and split_part(datname, '_', 3)::bigint < $1`,
    [Date.now() - 3_600_000],
  );
  for (const { datname } of rows) await admin.query(`drop database if exists ${datname} with (force)`);
}

const lockKey = 7_235_900_003;

/** Made once for each state of the migrations; the name is given last, so that a half-made one is never cloned. */
async function ensureTemplate(admin: pg.Pool, url: string): Promise<string> {
  const files = await readMigrations(migrationsFolder);
  const state = [raiseWorkspaceWalls, ...files.map((file) => file.checksum)].join('\n');
  const name = `bellwire_template_${createHash('sha256').update(state).digest('hex').slice(0, 12)}`;
  const client = await admin.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await makeTemplate(client, url, name);
    return name;
  } finally {
    // Closing the connection gives back the lock.
    client.release(true);
  }
}

async function makeTemplate(client: pg.PoolClient, url: string, name: string): Promise<void> {
  const unfinished = 'bellwire_template_new';
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished}`);
  const database = await connect({ url: databaseUrl(url, unfinished), log, unsafeForTests: true });
  await migrate(database.pool).finally(database.close);
  await client.query(`alter database ${unfinished} rename to ${name}`);
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
