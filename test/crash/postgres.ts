// A real PostgreSQL of the run's own, with fsync on, whose processes can all be killed at once; it is started again by itself.
import { execFile } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect, promisify } from 'node:util';
import { embeddedPostgres } from '@bellwire/server/database/embedded-postgres.ts';

export interface Postgres {
  readonly url: string;
  /** All its processes, at once: nothing is written down, no session says goodbye. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** `logFile`: where it is told when it went away and came back. */
export async function startPostgres(dataDir: string, logFile: string): Promise<Postgres> {
  const pidFile = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  // A run that is broken off leaves no server behind: told to stop, it needs nobody to wait for it.
  const stopAtExit = (): void => signal(readPid(pidFile), 'SIGQUIT');
  process.once('exit', stopAtExit);
  const server = await embeddedPostgres({ dataDir, log: fileLog(logFile) });
  return {
    url: server.url,
    kill: () => killAll(readPid(pidFile)),
    stop: async () => {
      await server.stop();
      process.off('exit', stopAtExit);
    },
  };
}

function fileLog(file: string) {
  const write = (...said: unknown[]): void =>
    appendFileSync(file, `${new Date().toISOString()} ${said.map((each) => inspect(each)).join(' ')}\n`);
  return { info: write, warn: write, error: write };
}

const execute = promisify(execFile);

async function killAll(postmaster: number | undefined): Promise<void> {
  if (postmaster === undefined) return;
  // Stopped first, so that it makes no new processes while the old ones are counted.
  signal(postmaster, 'SIGSTOP');
  for (const pid of [...(await childrenOf(postmaster)), postmaster]) signal(pid, 'SIGKILL');
}

/** Undefined while it is down. */
function readPid(pidFile: string): number | undefined {
  if (!existsSync(pidFile)) return undefined;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  return Number.isSafeInteger(pid) && pid > 1 ? pid : undefined;
}

function signal(pid: number | undefined, name: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(pid, name);
  } catch {
    // It has ended by itself since the list was made.
  }
}

async function childrenOf(parent: number): Promise<number[]> {
  const { stdout } = await execute('ps', ['-A', '-o', 'pid=,ppid=']);
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid = 0, ppid]) => (ppid === parent && pid > 1 ? [pid] : []));
}
