// The migrated database that tests clone, made once for each state of the migrations.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import pino from 'pino';
import { connect } from './connect.ts';
import { migrate, migrationsFolder } from './migrate.ts';
import { readMigrations } from './migration-files.ts';
import { raiseWorkspaceWalls } from './workspace-wall.ts';

/** Gives back the template's name. `admin` is a pool of an ordinary role that may create databases. */
export async function prepareTemplate(admin: pg.Pool, url: string): Promise<string> {
  await refuseSuperuser(admin);
  await dropForgotten(admin);
  return ensureTemplate(admin, url);
}

export function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Row-level security does not bind a superuser, so its tests would fail one by one without saying why. */
async function refuseSuperuser(admin: pg.Pool): Promise<void> {
  const { rowCount } = await admin.query(
    'select from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)',
  );
  if (rowCount === 0) return;
  throw new Error(
    'TEST_DATABASE_URL names a superuser. Make a role for it: CREATE ROLE bellwire_test LOGIN CREATEDB.',
  );
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

/** The name is given last, so that a half-made one is never cloned. */
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
  const database = await connect({
    url: databaseUrl(url, unfinished),
    log: pino({ level: 'error' }),
    unsafeForTests: true,
  });
  await migrate(database.pool).finally(() => database.close());
  await client.query(`alter database ${unfinished} rename to ${name}`);
}
