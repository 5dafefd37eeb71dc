// A PostgreSQL of its own with fsync on, and as many machines on it as are started: what an operator has, on one computer.
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '@bellwire/server/database/free-port.ts';
import { noFireLimits } from '../../bench/no-fire-limits.ts';
import { openDatabase, type Database } from '../crash/database.ts';
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

export async function openSite({ allowHosts = '' }: { allowHosts?: string } = {}): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'bellwire-machines-'));
  // PostgreSQL runs as another user where we are root, and has to come through.
  await chmod(folder, 0o755);
  const postgres = await startPostgres(placesIn(folder));
  const { pool: database, end } = openDatabase(postgres.url);
  const machines: Machine[] = [];
  const shared = {
    PATH: process.env.PATH ?? '',
    DATABASE_URL: postgres.url,
    BELLWIRE_MASTER_KEY: randomBytes(32).toString('base64'),
    BELLWIRE_ALLOW_HOSTS: allowHosts,
  };
  return {
    folder,
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

function placesIn(folder: string) {
  return { dataDir: join(folder, 'database'), logFile: join(folder, 'postgres-watch.log') };
}
