// The embedded server as a process: whether it runs, how it is started and stopped.
import { execFile } from 'node:child_process';
import { open, readFile, readlink, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ProblemError } from '@bellwire/model/problem.ts';
import { writeSettings } from './embedded-cluster.ts';
import type { Cluster } from './embedded-cluster.ts';

export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

/** The server on this data, whoever started it. A pid file whose process is another program is taken away. */
export async function findServer(cluster: Cluster): Promise<RunningServer | undefined> {
  const file = join(cluster.folder, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => '');
  // Its lines are: pid, data directory, start time, port, …
  const [pid = 0, , , port = 0] = text.split('\n').map(Number);
  if (!isAlive(pid)) return undefined;
  if (await servesFolder(pid, cluster.folder)) return { pid, port };
  // The number went to another process, say after a restart of the machine. PostgreSQL itself would refuse to start.
  await rm(file, { force: true });
  return undefined;
}

/** @throws ProblemError `not-ready` with the last lines of the server's log. */
export async function startServer(cluster: Cluster, port: number): Promise<void> {
  const { folder, home, logFile, programs } = cluster;
  await writeSettings(cluster, port);
  await rotateLog(logFile);
  try {
    // Recovery after a crash may take long: the limit is for a server that hangs.
    await home.run(programs.pgCtl, [
      'start',
      '--wait',
      '--timeout=300',
      '--silent',
      `--pgdata=${folder}`,
      `--log=${logFile}`,
    ]);
  } catch (cause) {
    // Another process may have been quicker.
    if ((await findServer(cluster)) !== undefined) return;
    throw new ProblemError('not-ready', {
      says: `The embedded PostgreSQL did not start. ${await explain(cause, logFile)}`,
      cause,
    });
  }
}

/**
 * `fast` ends the sessions and writes everything down. `immediate` leaves that to the recovery at the next start: nothing
 * committed is lost, and it also ends a server that hangs, as PostgreSQL 18 does when asked to stop in mid-recovery.
 */
export async function stopServer(cluster: Cluster, mode: 'fast' | 'immediate' = 'fast'): Promise<void> {
  const { folder, home, programs } = cluster;
  const server = await findServer(cluster);
  if (server === undefined) return;
  try {
    await home.run(programs.pgCtl, [
      'stop',
      '--wait',
      '--timeout=30',
      '--silent',
      `--mode=${mode}`,
      `--pgdata=${folder}`,
    ]);
  } catch (error) {
    if (mode === 'immediate') throw error;
    await stopServer(cluster, 'immediate');
  }
  // pg_ctl waits for the pid file to go, which is a moment before the process does.
  while (isAlive(server.pid) && (await servesFolder(server.pid, folder))) await sleep(5);
}

export function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** PostgreSQL's main process has its data directory as working directory; elsewhere than on Linux only its name is seen. */
async function servesFolder(pid: number, folder: string): Promise<boolean> {
  if (process.platform === 'linux') {
    return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === folder;
  }
  const list =
    process.platform === 'win32'
      ? execute('tasklist', ['/FI', `PID eq ${pid}`, '/NH'])
      : execute('ps', ['-o', 'command=', '-p', String(pid)]);
  return list.then(
    ({ stdout }) => stdout.includes('postgres'),
    () => false,
  );
}

const execute = promisify(execFile);

async function rotateLog(logFile: string): Promise<void> {
  const size = await stat(logFile).then(
    (status) => status.size,
    () => 0,
  );
  if (size > 10_000_000) await rename(logFile, `${logFile}.old`);
}

async function explain(cause: unknown, logFile: string): Promise<string> {
  const tail = await readTail(logFile);
  if (tail !== '') return `The last lines of ${logFile}:\n${tail}`;
  return cause instanceof Error ? cause.message : String(cause);
}

async function readTail(path: string): Promise<string> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return '';
  try {
    const { size } = await file.stat();
    const length = Math.min(size, 4000);
    const { buffer } = await file.read({ buffer: Buffer.alloc(length), position: size - length });
    return buffer.toString('utf8').trimEnd().split('\n').slice(-10).join('\n');
  } finally {
    await file.close();
  }
}
