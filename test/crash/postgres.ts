// A real PostgreSQL of the run's own, with fsync on, whose processes can all be killed or frozen at once; it is started again by itself.
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { embeddedPostgres } from '@bellwire/server/database/embedded-postgres.ts';

export interface Postgres {
  readonly url: string;
  /** All its processes, at once: nothing is written down, no session says goodbye. */
  kill(): void;
  /** All its processes stand still, until they are thawed. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

interface PostgresOptions {
  readonly dataDir: string;
  /** Where it is told when it went away and came back. */
  readonly logFile: string;
  /** On, unless it is to be shown what goes wrong without. */
  readonly fsync?: boolean;
}

export async function startPostgres({ dataDir, logFile, fsync = true }: PostgresOptions): Promise<Postgres> {
  const folder = join(dataDir, 'postgres', 'cluster');
  // A run that is broken off leaves no server behind: told to stop, it needs nobody to wait for it.
  const stopAtExit = (): void => signal(findPostmaster(folder), 'SIGQUIT');
  process.once('exit', stopAtExit);
  const server = await embeddedPostgres({ dataDir, log: fileLog(logFile), unsafeForTests: !fsync });
  return {
    url: server.url,
    kill: () => signalAll(folder, 'SIGKILL'),
    freeze: () => signalAll(folder, 'SIGSTOP'),
    thaw: () => signalAll(folder, 'SIGCONT'),
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

/** Every process of the server on this data at once: killed, nothing is written down, and no session says goodbye. */
export function signalAll(folder: string, name: NodeJS.Signals): void {
  const postmaster = findPostmaster(folder);
  // Stopped first, so that it makes no new processes while the old ones are counted.
  signal(postmaster, 'SIGSTOP');
  for (const { pid, parent } of listProcesses()) if (parent === postmaster) signal(pid, name);
  signal(postmaster, name);
}

/** Undefined while it is down: the number in a file left over from the last kill may be anybody's by now. */
function findPostmaster(folder: string): number | undefined {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const known = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const place = realpathSync(folder);
  return listProcesses().find(({ pid, program }) => pid === known && program.includes(place))?.pid;
}

function signal(pid: number | undefined, name: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(pid, name);
  } catch {
    // It has ended by itself since the list was made.
  }
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly program: string;
}

function listProcesses(): Process[] {
  const text = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], {
    encoding: 'utf8',
    maxBuffer: 16 * 2 ** 20,
  });
  return text.split('\n').flatMap((line) => {
    const [, pid, parent, program = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(pid) > 1 ? [{ pid: Number(pid), parent: Number(parent), program }] : [];
  });
}
