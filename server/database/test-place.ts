// A data folder for tests of the embedded server, and the servers and owners in it; all gone when the file ends.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline/promises';
import { after } from 'node:test';
import type { TestContext } from 'node:test';
import pg from 'pg';
import pino from 'pino';
import { embeddedPostgres } from './embedded-postgres.ts';
import type { EmbeddedPostgres } from './embedded-postgres.ts';

export interface Owner {
  readonly url: string;
  readonly pid: number | undefined;
  kill(signal: NodeJS.Signals): Promise<void>;
}

export interface Place {
  readonly dataDir: string;
  /** PostgreSQL's data directory in it. */
  readonly cluster: string;
  /** A server whose owner is this process. */
  start(t: TestContext): Promise<EmbeddedPostgres>;
  /** A server whose owner is another process, which may be killed. */
  startOwner(t: TestContext): Promise<Owner>;
  serverPid(): Promise<number>;
}

/** Made once for several tests, because a new database costs a second or two: each leaves it as it found it. */
export async function makePlace({ mode = 0o755 } = {}): Promise<Place> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'bellwire-embedded-')));
  await chmod(folder, mode);
  const dataDir = join(folder, 'data');
  const cluster = join(dataDir, 'postgres', 'cluster');
  const serverPid = async () => Number.parseInt(await readFile(join(cluster, 'postmaster.pid'), 'utf8'), 10);
  const endings: (() => Promise<unknown>)[] = [];
  after(async () => {
    for (const end of endings) await end();
    await killServer(serverPid);
    const home = await realpath(join(dataDir, 'postgres')).catch(() => folder);
    await rm(home, { recursive: true });
    await rm(folder, { recursive: true, force: true });
  });
  return {
    dataDir,
    cluster,
    async start(t) {
      const server = await embeddedPostgres({
        dataDir,
        log: pino({ level: 'silent' }),
        unsafeForTests: true,
      });
      t.after(server.stop);
      endings.push(server.stop);
      return server;
    },
    async startOwner(t) {
      const child = spawn(process.execPath, [join(import.meta.dirname, 'test-owner.ts'), dataDir], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const stop = () => endProcess(child, 'SIGTERM');
      t.after(stop);
      endings.push(stop);
      return { url: await firstLine(child), pid: child.pid, kill: (signal) => endProcess(child, signal) };
    },
    serverPid,
  };
}

/** Only a test that failed half-way leaves one behind. */
async function killServer(pidOf: Place['serverPid']): Promise<void> {
  await pidOf().then(
    (pid) => process.kill(pid, 'SIGQUIT'),
    () => {},
  );
}

/** Changes a file for the length of one test. */
export async function editFile(t: TestContext, path: string, edit: (text: string) => string): Promise<void> {
  const text = await readFile(path, 'utf8');
  await writeFile(path, edit(text));
  t.after(() => writeFile(path, text));
}

export async function queryOnce(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  // A server that is killed meanwhile fails the query; unheard, this would fail the test as well.
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

type Child = ChildProcessByStdio<null, Readable, null>;

async function firstLine(child: Child): Promise<string> {
  for await (const line of createInterface(child.stdout)) return line;
  assert.fail('The owner ended before it had a server.');
}

async function endProcess(child: Child, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
