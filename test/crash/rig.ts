// The whole system under test on one machine: PostgreSQL, one process for requests, two that work, and the sink they call.
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '@bellwire/server/database/free-port.ts';
import { noFireLimits } from '../../bench/no-fire-limits.ts';
import type { Disk } from './disk-image.ts';
import { openDatabase, type Database } from './database.ts';
import { writeEditedSources } from './edited-sources.ts';
import type { PlantedBug } from './planted/planted-bug.ts';
import { startPostgres, type Postgres } from './postgres.ts';
import { allWires, layWires, type ProgramName, type Wires } from './lay-wires.ts';
import { startProgram, type Program } from './program.ts';
import type { Random } from './seeded-random.ts';
import type { Wire } from './wire.ts';

export interface Rig {
  /** Over a wire. */
  readonly apiUrl: string;
  readonly sinkUrl: string;
  readonly postgres: Postgres;
  /** The disk of PostgreSQL, where the run has one of its own. */
  readonly disk: Disk | undefined;
  readonly api: Program;
  readonly workers: readonly [Program, Program];
  readonly wires: readonly [Wire, ...Wire[]];
  /** Past the wires. */
  readonly database: Database;
  /** How often the programs have passed each named point. */
  readonly passed: Readonly<Record<string, number>>;
  stop(): Promise<void>;
}

interface RigOptions {
  readonly folder: string;
  readonly root: string;
  readonly bug: PlantedBug | undefined;
  readonly sinkPort: number;
  readonly random: Random;
  readonly fsync?: boolean;
  readonly disk?: Disk | undefined;
}

export async function startRig(options: RigOptions): Promise<Rig> {
  const { folder } = options;
  const logFolder = join(folder, 'logs');
  await mkdir(logFolder, { recursive: true });
  const postgres = await startDatabase(options, logFolder);
  const editedSources = join(folder, 'edited-sources.json');
  await writeEditedSources(editedSources, options);
  const port = await findFreePort();
  const ends = { requests: port, sink: options.sinkPort, database: Number(new URL(postgres.url).port) };
  const wires = await layWires(ends, options.random.fork('wires'));
  const passed: Record<string, number> = {};
  const start = starter(options, { logFolder, editedSources, passed, databaseUrl: postgres.url, wires });
  const api = start('api', 'api', port);
  const workers = [start('worker-1', 'worker', 0), start('worker-2', 'worker', 0)] as const;
  const { pool: database, end } = openDatabase(postgres.url);
  const stop = async (): Promise<void> => {
    await Promise.all([api, ...workers].map((program) => program.stop()));
    for (const wire of allWires(wires)) wire.close();
    await end();
    await postgres.stop();
  };
  const apiUrl = `http://127.0.0.1:${wires.requests.port}`;
  const sinkUrl = `http://127.0.0.1:${wires.sink.port}/effects`;
  try {
    await untilReady(apiUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  const { disk } = options;
  return { apiUrl, sinkUrl, postgres, disk, api, workers, wires: allWires(wires), database, passed, stop };
}

function startDatabase({ folder, disk, fsync = true }: RigOptions, logFolder: string): Promise<Postgres> {
  const dataDir = join(disk?.folder ?? folder, 'database');
  return startPostgres({ dataDir, logFile: join(logFolder, 'postgres-watch.log'), fsync });
}

interface Grounds {
  readonly logFolder: string;
  readonly editedSources: string;
  readonly databaseUrl: string;
  readonly wires: Wires;
  /** Counted up by each program. */
  readonly passed: Record<string, number>;
}

function starter(
  { folder, root, random }: RigOptions,
  { logFolder, editedSources, databaseUrl, wires, passed }: Grounds,
) {
  const env = {
    ...environment(),
    ...noFireLimits,
    BELLWIRE_DATA: join(folder, 'data'),
    BELLWIRE_MASTER_KEY: randomBytes(32).toString('base64'),
    BELLWIRE_ALLOW_HOSTS: `127.0.0.1:${wires.sink.port}`,
  };
  return (name: ProgramName, role: string, port: number): Program =>
    startProgram({
      name,
      root,
      editedSources,
      args: ['--role', role],
      env: { ...env, PORT: String(port), DATABASE_URL: addressOf(name, databaseUrl, wires) },
      logFolder,
      random: random.fork(name),
      onPassed: (counts) => {
        for (const [point, count] of Object.entries(counts)) passed[point] = (passed[point] ?? 0) + count;
      },
    });
}

/** The name tells whose session is whose, in pg_stat_activity. */
function addressOf(name: ProgramName, databaseUrl: string, wires: Wires): string {
  const url = new URL(databaseUrl);
  url.port = String(wires.database[name].port);
  url.searchParams.set('application_name', name);
  return url.href;
}

/** Only what the programs need: a setting of whoever starts the run must not change what is tested. */
function environment(): Record<string, string> {
  const { PATH = '', NODE_COMPILE_CACHE } = process.env;
  return { PATH, ...(NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }) };
}

const PATIENCE_MS = 60_000;

export async function untilReady(apiUrl: string): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(100)) {
    const ready = await fetch(`${apiUrl}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
  }
  throw new Error(
    `The server at ${apiUrl} was not ready after ${PATIENCE_MS / 1000} s. Its logs are in the run's folder (--keep).`,
  );
}
