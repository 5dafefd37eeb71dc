// The product as a child process, as `npm start` runs it, without the demo.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePort } from '@bellwire/server/database/free-port.ts';
import { noFireLimits } from './no-fire-limits.ts';

export interface Product {
  readonly pid: number;
  readonly port: number;
  readonly startMs: number;
  readonly idleMb: number;
  memoryMb(): number;
  stop(): Promise<void>;
}

interface ProductOptions {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly role?: 'all' | 'api' | 'worker';
}

export async function startProduct(options: ProductOptions): Promise<Product> {
  const port = await findFreePort();
  const startedAt = performance.now();
  const env = environmentOf(options, port);
  const child = spawn(
    process.execPath,
    [...profiling(), join(import.meta.dirname, '..', 'server', 'main.ts')],
    { env, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  // A worker is not ready before it has shards, and somebody else may have them still.
  await answers(port, options.role === 'worker' ? '/healthz' : '/readyz');
  const startMs = Math.round(performance.now() - startedAt);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return {
    pid: child.pid ?? 0,
    port,
    startMs,
    idleMb: memoryOf(child.pid ?? 0),
    memoryMb: () => memoryOf(child.pid ?? 0),
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function environmentOf({ databaseUrl, dataDir, role = 'all' }: ProductOptions, port: number) {
  return {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    BELLWIRE_DATA: dataDir,
    BELLWIRE_ROLE: role,
    LOG_LEVEL: 'warn',
    ...noFireLimits,
  };
}

/** `BENCH_PROFILE=folder` writes a CPU profile of the server there, for the browser's developer tools. */
function profiling(): string[] {
  const folder = process.env['BENCH_PROFILE'];
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
}

async function answers(port: number, path: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The server was not ready within twelve seconds.');
}

/** Resident memory, from /proc: where there is none, 0 says that it was not measured. */
function memoryOf(pid: number): number {
  try {
    const pages = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(pages ?? 0) / 1024);
  } catch {
    return 0;
  }
}
