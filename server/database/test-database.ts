// For tests: a migrated database of one's own in some 50 ms, cloned from a template and dropped after the test.
import { createHash, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { TestContext } from 'node:test';
import pg from 'pg';
import pino from 'pino';
import { connect } from './connect.ts';
import type { Database } from './connect.ts';
import { embeddedPostgres } from './embedded-postgres.ts';
import type { EmbeddedPostgres } from './embedded-postgres.ts';
import { migrate, migrationsFolder } from './migrate.ts';
import { readMigrations } from './migration-files.ts';
import { tenants } from './tenant.ts';
import type { Tenants } from './tenant.ts';

export type TestDatabase = Pick<Database, 'pool' | 'url'> & Tenants;

/**
 * The first call in a process looks for a server: `TEST_DATABASE_URL` (a role that may create databases), or an embedded
 * one that all test processes of this checkout share; the last of them stops it.
 *
 * @example
 * test('a bot belongs to its workspace', async (t) => {
 *   const { inWorkspace } = await testDatabase(t);
 * });
 */
export async function testDatabase(t: TestContext): Promise<TestDatabase> {
  const server = await (template ??= openTemplate());
  const name = `bellwire_test_${randomBytes(6).toString('hex')}`;
  await server.admin.query(`create database ${name} template ${server.template}`);
  const { pool, url, close } = await connect({ url: databaseUrl(server.url, name), log, unsafeForTests: true });
  t.after(async () => {
    await close();
    await server.admin.query(`drop database ${name} with (force)`);
  });
  return { pool, url, ...tenants(pool) };
}

/** The shared server without a database: for the program that runs all tests, so that it starts once and not per file. */
export async function startTestServer(): Promise<EmbeddedPostgres> {
  // Each checkout and user has a server of its own: another's may have other programs, and other migrations.
  const checkout = createHash('sha256').update(import.meta.dirname).digest('hex').slice(0, 8);
  const dataDir = join(tmpdir(), `bellwire-test-${process.getuid?.() ?? 'user'}-${checkout}`);
  return embeddedPostgres({ dataDir, log, sharing: 'shared', unsafeForTests: true });
}

interface Template {
  readonly url: string;
  readonly admin: pg.Pool;
  readonly template: string;
  close(): Promise<void>;
}

const log = pino({ level: 'error' });
let template: Promise<Template> | undefined;
after(async () => (await template)?.close());

async function openTemplate(): Promise<Template> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given === undefined ? await startTestServer() : undefined;
  const url = given ?? server?.url ?? '';
  const admin = new pg.Pool({ connectionString: url, max: 2 });
  const close = async () => {
    await admin.end();
    await server?.stop();
  };
  try {
    return { url, admin, template: await ensureTemplate(admin, url), close };
  } catch (error) {
    await close();
    throw error;
  }
}

const lockKey = 7_235_900_003;

/** Made once for each state of the migrations; the name is given last, so that a half-made one is never cloned. */
async function ensureTemplate(admin: pg.Pool, url: string): Promise<string> {
  const files = await readMigrations(migrationsFolder);
  const hash = createHash('sha256').update(files.map((file) => file.checksum).join());
  const name = `bellwire_template_${hash.digest('hex').slice(0, 12)}`;
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
