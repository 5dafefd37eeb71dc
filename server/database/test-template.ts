// The migrated database that tests clone, made once for each state of the migrations.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import pino from 'pino';
import { connect } from './connect.ts';
import { migrate, migrationsFolder } from './migrate.ts';
import { readMigrations } from './migration-files.ts';
import { raiseWorkspaceWalls } from './workspace-wall.ts';

const lockKey = 7_235_900_003;

/** Gives back the template's name. `admin` is a pool of an ordinary role that may create databases. */
export async function prepareTemplate(admin: pg.Pool, url: string): Promise<string> {
  const client = await admin.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await refuseSuperuser(client);
    await dropForgotten(client);
    return await ensureTemplate(client, url);
  } finally {
    // Closing the connection gives back the lock.
    client.release(true);
  }
}

export function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Row-level security does not bind a superuser, so its tests would fail one by one without saying why. */
async function refuseSuperuser(client: pg.PoolClient): Promise<void> {
  const { rowCount } = await client.query(
    'select from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)',
  );
  if (rowCount === 0) return;
  throw new Error(
    'TEST_DATABASE_URL names a superuser. Make a role for it: CREATE ROLE bellwire_test LOGIN CREATEDB.',
  );
}

/** Databases of test processes that were killed before they could drop them. */
async function dropForgotten(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database
      where datname ~ '^bellwire_test_[0-9]+_' and split_part(datname, '_', 3)::bigint < $1
        and not exists (select from pg_stat_activity a where a.datname = pg_database.datname)`,
    [Date.now() - 3_600_000],
  );
  for (const { datname } of rows) await client.query(`drop database if exists ${datname}`);
}

/** The name is given last, so that a half-made one is never cloned. */
async function ensureTemplate(client: pg.PoolClient, url: string): Promise<string> {
  const files = await readMigrations(migrationsFolder);
  const state = [raiseWorkspaceWalls, ...files.map((file) => file.checksum)].join('\n');
  const name = `bellwire_template_${createHash('sha256').update(state).digest('hex').slice(0, 12)}`;
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 1) return name;
  const unfinished = 'bellwire_template_new';
  await client.query(`drop database if exists ${unfinished}`);
  await client.query(`create database ${unfinished}`);
  await migrateDatabase(databaseUrl(url, unfinished));
  await client.query(`alter database ${unfinished} rename to ${name}`);
  return name;
}

async function migrateDatabase(url: string): Promise<void> {
  const database = await connect({ url, log: pino({ level: 'error' }), unsafeForTests: true });
  try {
    await migrate(database.pool);
  } finally {
    await database.close();
  }
}
