// One process of the server as a machine of its own would run it: started, stopped politely, killed, frozen.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Machine {
  readonly name: string;
  readonly url: string;
  readonly logFile: string;
  /** `/readyz`: 0 where nobody answers. */
  readiness(): Promise<number>;
  /** As an operator stops it: what is under way is ended. */
  end(): Promise<void>;
  kill(): void;
  freeze(): void;
  thaw(): void;
  /** Its exit code, once it has ended by itself. */
  readonly ended: Promise<number | null>;
}

export interface MachineOptions {
  readonly name: string;
  readonly role: 'api' | 'worker' | 'all';
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
  /** What it runs in place of the sources, as `edited-sources.ts` of the fault run writes it. */
  readonly editedSources?: string | undefined;
}

const root = join(import.meta.dirname, '..', '..');

export function startMachine(options: MachineOptions): Machine {
  const { name, port, logFile } = options;
  const output = createWriteStream(logFile, { flags: 'a' });
  const child = launch(options, output);
  // A run that is broken off leaves nothing behind.
  const killAtExit = (): void => signal(child, 'SIGKILL');
  process.once('exit', killAtExit);
  const ended = once(child, 'close').then(async () => {
    process.off('exit', killAtExit);
    output.end();
    await once(output, 'finish');
    return child.exitCode;
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    name,
    url,
    logFile,
    readiness: () => statusOf(`${url}/readyz`),
    end: async () => {
      signal(child, 'SIGCONT');
      signal(child, 'SIGTERM');
      await ended;
    },
    kill: () => signal(child, 'SIGKILL'),
    freeze: () => signal(child, 'SIGSTOP'),
    thaw: () => signal(child, 'SIGCONT'),
    ended,
  };
}

function launch({ role, port, env, editedSources }: MachineOptions, output: Writable): ChildProcess {
  const hook =
    editedSources === undefined ? [] : [`--import=${import.meta.resolve('../crash/edit-hook.ts')}`];
  const args = ['--disable-warning=ExperimentalWarning', ...hook, join(root, 'server/main.ts')];
  const child = spawn(process.execPath, [...args, '--role', role], {
    cwd: root,
    env: {
      ...env,
      PORT: String(port),
      ...(editedSources !== undefined && { EDITED_SOURCES: editedSources }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  return child;
}

const PATIENCE_MS = 120_000;

/** @throws Error when it ends or takes longer than two minutes. */
export async function untilReady(machine: Machine): Promise<void> {
  let hasEnded = false;
  void machine.ended.then(() => (hasEnded = true));
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline && !hasEnded; await sleep(100))
    if ((await machine.readiness()) === 200) return;
  const log = await readFile(machine.logFile, 'utf8').catch(() => '');
  throw new Error(`${machine.name} did not become ready. Its log ends with:\n${log.slice(-1_000)}`);
}

function statusOf(url: string): Promise<number> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    ({ status }) => status,
    () => 0,
  );
}

/** One that has ended is left alone: its number may be somebody else's by now. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.exitCode === null && child.signalCode === null) child.kill(name);
}
