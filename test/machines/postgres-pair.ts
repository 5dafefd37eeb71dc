// A primary and a synchronous standby, made of the programs that Bellwire brings: an answer goes out when both have it on disk.
import { appendFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openHome, type Home } from '@bellwire/server/database/embedded-home.ts';
import { installPrograms, type Programs } from '@bellwire/server/database/embedded-programs.ts';
import { findFreePort } from '@bellwire/server/database/free-port.ts';
import { signalAll } from '../crash/postgres.ts';

export interface PostgresPair {
  /** Names both servers; they take connections of this machine without a password. */
  readonly url: string;
  killPrimary(): void;
  /** Resolves when the standby takes writes. */
  promote(): Promise<void>;
  stop(): Promise<void>;
}

interface Server {
  readonly folder: string;
  readonly port: number;
}

export async function startPair(folder: string): Promise<PostgresPair> {
  const home = await openHome(join(folder, 'database'), { warn: () => undefined });
  const programs = await installPrograms(home);
  const primary = { folder: join(home.folder, 'primary'), port: await findFreePort() };
  const standby = { folder: join(home.folder, 'standby'), port: await findFreePort() };
  const killBoth = (): void => [primary, standby].forEach(({ folder: data }) => signalAll(data, 'SIGKILL'));
  // A run that is broken off leaves nothing behind.
  process.once('exit', killBoth);
  const start = (server: Server) => controlOf(home, programs, server, ['start', '--wait', '--silent']);
  await makePrimary(home, programs, primary);
  await start(primary);
  const admin = new pg.Client({ host: '127.0.0.1', port: primary.port, user: 'postgres' });
  // The primary is killed in the end; unheard, the event would end the run.
  admin.on('error', () => undefined);
  await admin.connect();
  await copyToStandby(home, admin, { primary, standby });
  await start(standby);
  await makeSynchronous(admin);
  await admin.end();
  const hosts = [primary, standby].map(({ port }) => `127.0.0.1:${port}`).join(',');
  return {
    url: `postgres://bellwire@${hosts}/bellwire?target_session_attrs=read-write`,
    killPrimary: () => signalAll(primary.folder, 'SIGKILL'),
    promote: () => controlOf(home, programs, standby, ['promote', '--wait', '--silent']),
    stop: async () => {
      killBoth();
      process.off('exit', killBoth);
      await sleep(100);
    },
  };
}

function controlOf(home: Home, { pgCtl }: Programs, { folder }: Server, args: string[]): Promise<void> {
  return home.run(pgCtl, [...args, `--pgdata=${folder}`, `--log=${folder}.log`]);
}

async function makePrimary(home: Home, { initdb }: Programs, { folder, port }: Server): Promise<void> {
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const how = ['--username=postgres', '--auth=trust', '--encoding=UTF8', ...locale];
  await home.run(initdb, [`--pgdata=${folder}`, ...how]);
  await appendFile(join(folder, 'postgresql.conf'), settings({ port, max_wal_size: `'2GB'` }));
}

function settings(own: Record<string, string | number>): string {
  const all = { listen_addresses: `'127.0.0.1'`, unix_socket_directories: `''`, jit: 'off', ...own };
  return `\n${Object.entries(all)
    .map(([name, value]) => `${name} = ${value}`)
    .join('\n')}\n`;
}

interface Pair {
  readonly primary: Server;
  readonly standby: Server;
}

/** As pg_basebackup does, which the package does not have: copied between two marks, with the log from the first one on. */
async function copyToStandby(home: Home, admin: pg.Client, { primary, standby }: Pair): Promise<void> {
  await admin.query('create role bellwire login');
  await admin.query('create database bellwire owner bellwire');
  await admin.query(`select pg_create_physical_replication_slot('standby', true)`);
  await admin.query(`select pg_backup_start('standby', true)`);
  await home.run('/bin/cp', ['-a', primary.folder, standby.folder]);
  const { rows } = await admin.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
  await rm(join(standby.folder, 'postmaster.pid'));
  for (const place of ['pg_wal', 'pg_replslot']) {
    for (const name of await readdir(join(standby.folder, place)))
      if (name !== 'archive_status' && name !== 'summaries')
        await rm(join(standby.folder, place, name), { recursive: true });
  }
  const files = {
    backup_label: rows[0]?.labelfile ?? '',
    'standby.signal': '',
    'postgresql.auto.conf': settings({
      port: standby.port,
      primary_conninfo: `'host=127.0.0.1 port=${primary.port} user=postgres application_name=standby'`,
      primary_slot_name: `'standby'`,
    }),
  };
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(standby.folder, name), text);
    await home.hand(join(standby.folder, name));
  }
}

const PATIENCE_MS = 30_000;

async function makeSynchronous(admin: pg.Client): Promise<void> {
  await admin.query(`alter system set synchronous_standby_names = 'standby'`);
  await admin.query('select pg_reload_conf()');
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(100)) {
    const { rowCount } = await admin.query(`select from pg_stat_replication where sync_state = 'sync'`);
    if (rowCount === 1) return;
  }
  throw new Error('The standby did not become synchronous; its log says why.');
}
