// A PostgreSQL of its own with fsync on, and as many machines on it as are started: what an operator has, on one computer.
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseAmong, splitAddress } from '@bellwire/server/database/addresses.ts';
import { dialer } from '@bellwire/server/database/dialer.ts';
import { findFreePort } from '@bellwire/server/database/free-port.ts';
import { openPool, type OpenPool } from '@bellwire/server/database/open-pool.ts';
import { noFireLimits } from '../../bench/no-fire-limits.ts';
import type { Database } from '../crash/database.ts';
import { startPostgres } from '../crash/postgres.ts';
import { startMachine, untilReady, type Machine, type MachineOptions } from './machine.ts';

export interface Site extends AsyncDisposable {
  readonly folder: string;
  readonly database: Database;
  readonly databaseUrl: string;
  /** Resolves when it is ready. */
  start(name: string, role: MachineOptions['role'], change?: Change): Promise<Machine>;
}

interface Change {
  readonly env?: Readonly<Record<string, string>>;
  readonly editedSources?: string | undefined;
  /** Does not wait until it is ready: it is not expected to be. */
  readonly isRefused?: boolean;
}

interface SiteDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

/** `startDatabase` gets a folder of its own; without it, there is one PostgreSQL. */
export async function openSite<Database extends SiteDatabase>(
  startDatabase: (folder: string) => Promise<Database>,
): Promise<Site & { readonly postgres: Database }>;
export async function openSite(): Promise<Site>;
export async function openSite(
  startDatabase: (folder: string) => Promise<SiteDatabase> = startOne,
): Promise<Site & { readonly postgres: SiteDatabase }> {
  const folder = await makeFolder();
  const postgres = await startDatabase(folder);
  const { pool: database, end } = openOutsideView(postgres.url);
  const machines: Machine[] = [];
  const shared = {
    PATH: process.env.PATH ?? '',
    DATABASE_URL: postgres.url,
    BELLWIRE_MASTER_KEY: randomBytes(32).toString('base64'),
  };
  return {
    folder,
    postgres,
    database,
    databaseUrl: postgres.url,
    start: async (name, role, { env = {}, editedSources, isRefused = false } = {}) => {
      const machine = startMachine({
        name,
        role,
        port: await findFreePort(),
        // Each machine has a disk of its own.
        env: { ...shared, ...noFireLimits, BELLWIRE_DATA: join(folder, name), ...env },
        logFile: join(folder, `${name}.log`),
        editedSources,
      });
      machines.push(machine);
      if (!isRefused) await untilReady(machine);
      return machine;
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(machines.map((machine) => machine.end()));
      await end();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bellwire-machines-'));
  // PostgreSQL runs as another user where we are root, and has to come through.
  await chmod(folder, 0o755);
  return folder;
}

function startOne(folder: string): Promise<SiteDatabase> {
  return startPostgres({
    dataDir: join(folder, 'database'),
    logFile: join(folder, 'postgres-watch.log'),
  });
}

/** Past the code of the servers under test; goes where the writes go. */
function openOutsideView(url: string): OpenPool {
  const opened = openPool({
    ...dialer(chooseAmong(splitAddress(url) ?? [url])).forPool,
    max: 3,
    options: '-c bellwire.workspace=*',
  });
  // PostgreSQL may be killed under it; unheard, the event would end the run.
  opened.pool.on('error', () => undefined);
  return opened;
}
