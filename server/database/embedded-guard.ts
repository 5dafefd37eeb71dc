// The guard: a connection that knocks at the embedded server, and holds the lock that says whose server it is.
import pg from 'pg';
import { readKeys } from './embedded-cluster.ts';
import type { Cluster } from './embedded-cluster.ts';

export type Sharing = 'alone' | 'shared';

export type Answer =
  /** The lock is ours as long as this connection lives; a killed process loses it at once. */
  | { readonly is: 'ours'; readonly guard: pg.Client }
  /** Another process holds the lock. */
  | { readonly is: 'taken'; readonly by: string }
  /** Not ready yet, or no longer. */
  | { readonly is: 'silent' }
  /** It serves our folder, but not with our password or our version: to be stopped. */
  | { readonly is: 'strange'; readonly why: string };

export async function knock(cluster: Cluster, port: number, sharing: Sharing): Promise<Answer> {
  const { adminPassword, password } = await readKeys(cluster);
  const guard = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: adminPassword,
    database: 'postgres',
    application_name: `bellwire guard ${process.pid}`,
    connectionTimeoutMillis: 5000,
  });
  // A broken connection shows as 'end' or as a failed query; unheard, 'error' would end the process.
  guard.on('error', () => {});
  try {
    await guard.connect();
    const answer = await askForLock(guard, cluster, sharing);
    if (answer.is === 'ours') await ensureDatabase(guard, password);
    else await guard.end();
    return answer;
  } catch (error) {
    await guard.end().catch(() => {});
    if (!(error instanceof Error)) throw error;
    const code = 'code' in error ? String(error.code) : '';
    // A wrong password, or an admin user that somebody has taken away.
    if (code.startsWith('28')) return { is: 'strange', why: error.message };
    if (isPassing(code, error.message)) return { is: 'silent' };
    throw error;
  }
}

/** Asks whether the server may be stopped: `last` says that nobody else shares it, and from now on nobody can. */
export async function leave(guard: pg.Client, sharing: Sharing): Promise<'last' | 'others' | 'cut off'> {
  const giveBack = sharing === 'shared' ? `pg_advisory_unlock_shared(${lockKey}),` : '';
  try {
    const { rows } = await guard.query<{ last: boolean }>(
      `select ${giveBack} pg_try_advisory_lock(${lockKey}) as "last"`,
    );
    return rows[0]?.last === true ? 'last' : 'others';
  } catch {
    return 'cut off';
  }
}

const lockKey = 7_235_900_002;

async function askForLock(guard: pg.Client, cluster: Cluster, sharing: Sharing): Promise<Answer> {
  const { rows } = await guard.query<{ folder: string; name: string; locked: boolean }>(
    `select current_setting('data_directory') as "folder", current_setting('cluster_name') as "name",
            pg_try_advisory_lock${sharing === 'shared' ? '_shared' : ''}(${lockKey}) as "locked"`,
  );
  const { folder, name, locked } = rows[0] ?? { folder: '', name: '', locked: false };
  if (folder !== cluster.folder) return { is: 'strange', why: `it serves ${folder}` };
  if (!locked) return { is: 'taken', by: await findHolder(guard) };
  if (name !== `bellwire ${cluster.programs.version}`) return { is: 'strange', why: `it is "${name}"` };
  return { is: 'ours', guard };
}

async function findHolder(guard: pg.Client): Promise<string> {
  const { rows } = await guard.query<{ name: string }>(
    `select application_name as "name" from pg_stat_activity join pg_locks using (pid)
      where locktype = 'advisory' and granted and application_name like 'bellwire guard %' limit 1`,
  );
  return rows[0]?.name.replace('bellwire guard ', 'process ') ?? 'another process';
}

/** At every start: the process that made the cluster may have been killed before it came to this. */
async function ensureDatabase(guard: pg.Client, password: string): Promise<void> {
  const { rows } = await guard.query<{ roles: number; databases: number }>(
    `select (select count(*) from pg_roles where rolname = 'bellwire')::int as "roles",
            (select count(*) from pg_database where datname = 'bellwire')::int as "databases"`,
  );
  const { roles, databases } = rows[0] ?? { roles: 0, databases: 0 };
  // CREATEDB for the tests' databases; not a superuser, so that row-level security binds it.
  if (roles === 0)
    await guard.query(`create role bellwire login createdb password ${pg.escapeLiteral(password)}`);
  if (databases === 0) await guard.query('create database bellwire owner bellwire');
}

/** Starting up, shutting down, or cut off while we asked. */
function isPassing(code: string, message: string): boolean {
  return (
    code.startsWith('57P0') ||
    code.startsWith('ECONN') ||
    code === 'EPIPE' ||
    /terminated|timeout/i.test(message)
  );
}
