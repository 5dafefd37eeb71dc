// The embedded server's data: made once, whole or not at all, with passwords and settings of our own.
import { randomBytes } from 'node:crypto';
import { access, appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Home } from './embedded-home.ts';
import type { Programs } from './embedded-programs.ts';
import { findFreePort } from './free-port.ts';

export interface Cluster {
  readonly home: Home;
  readonly programs: Programs;
  /** PostgreSQL's data directory. */
  readonly folder: string;
  readonly logFile: string;
  readonly unsafeForTests: boolean;
}

/** Kept beside the data that they open, in a file that only the server's user may read. */
export type ClusterKeys = z.infer<typeof keysFile>;

const keysFile = z.object({ port: z.int(), adminPassword: z.string(), password: z.string() });

interface ClusterOptions {
  readonly home: Home;
  readonly programs: Programs;
  readonly unsafeForTests: boolean;
}

export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const { folder: homeFolder } = options.home;
  const cluster = {
    ...options,
    folder: join(homeFolder, 'cluster'),
    logFile: join(homeFolder, 'postgres.log'),
  };
  if (!(await holdsCluster(cluster.folder))) await makeCluster(cluster);
  await refuseOtherMajor(cluster);
  return cluster;
}

export async function readKeys({ folder }: Pick<Cluster, 'folder'>): Promise<ClusterKeys> {
  return keysFile.parse(JSON.parse(await readFile(join(folder, 'bellwire.json'), 'utf8')));
}

export async function writeKeys(
  { folder, home }: Pick<Cluster, 'folder' | 'home'>,
  keys: ClusterKeys,
): Promise<void> {
  await writePrivate(home, join(folder, 'bellwire.json'), `${JSON.stringify(keys, null, 2)}\n`);
}

/** Written before each start, so that an update of Bellwire brings its settings along. */
export async function writeSettings(cluster: Cluster, port: number): Promise<void> {
  // Even in tests a commit waits until the system has it, so that a kill of the server loses nothing.
  const survivesPowerCut = cluster.unsafeForTests ? 'off' : 'on';
  const settings = {
    // Tells the next Bellwire whose programs are running.
    cluster_name: `'bellwire ${cluster.programs.version}'`,
    listen_addresses: "'127.0.0.1'",
    port,
    // Paths of sockets may not be longer than 107 bytes; loopback has no such limit and works everywhere.
    unix_socket_directories: "''",
    fsync: survivesPowerCut,
    full_page_writes: survivesPowerCut,
    synchronous_commit: 'on',
    max_connections: 100,
    shared_buffers: '128MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    // Compiling costs more than it saves on short statements.
    jit: 'off',
    // Queue tables turn over many times their size: clean up early, often and fast.
    autovacuum_naptime: '15s',
    autovacuum_vacuum_scale_factor: 0.05,
    autovacuum_analyze_scale_factor: 0.05,
    autovacuum_vacuum_cost_limit: 2000,
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    // Statements and details of errors hold people's data, which does not belong into a log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
  await writePrivate(cluster.home, join(cluster.folder, 'bellwire.conf'), lines.join(''));
}

/** Under another name first: an initdb that was killed half-way is never taken for a database. */
async function makeCluster(cluster: Cluster): Promise<void> {
  const { home, programs } = cluster;
  const unfinished = join(home.folder, `unfinished-${process.pid}-cluster`);
  const passwordFile = join(home.folder, `unfinished-${process.pid}-password`);
  const keys = { port: await findFreePort(), adminPassword: makePassword(), password: makePassword() };
  await rm(unfinished, { recursive: true, force: true });
  try {
    await writePrivate(home, passwordFile, keys.adminPassword);
    await home.run(programs.initdb, initdbArguments(unfinished, passwordFile, cluster.unsafeForTests));
    await appendFile(join(unfinished, 'postgresql.conf'), "\ninclude 'bellwire.conf'\n", { flush: true });
    await writeKeys({ folder: unfinished, home }, keys);
    await rename(unfinished, cluster.folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process may have been quicker.
    if (!(await holdsCluster(cluster.folder))) throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** The built-in C.UTF-8 sorts by bytes, knows the letters of all languages, and is the same on every system. */
function initdbArguments(folder: string, passwordFile: string, unsafeForTests: boolean): string[] {
  return [
    `--pgdata=${folder}`,
    `--pwfile=${passwordFile}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(unsafeForTests ? ['--no-sync'] : []),
  ];
}

/** There is no pg_upgrade in the package, and a server does not start on the data of another major version. */
async function refuseOtherMajor({ folder, programs }: Cluster): Promise<void> {
  const major = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  if (programs.version.split('.')[0] === major) return;
  throw new ProblemError('not-ready', {
    says: `The database in ${folder} was made by PostgreSQL ${major}, and this Bellwire brings ${programs.version}. Start the Bellwire that made it, export, and import into a new data folder; or serve the folder with a PostgreSQL ${major} of your own and set DATABASE_URL.`,
  });
}

async function writePrivate(home: Home, path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o600, flush: true });
  await home.hand(path);
}

async function holdsCluster(folder: string): Promise<boolean> {
  return access(join(folder, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

function makePassword(): string {
  return randomBytes(24).toString('base64url');
}
