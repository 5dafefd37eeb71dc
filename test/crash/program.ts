// One process of the server under test: started, killed, frozen, and started again whenever it ends.
import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PointNews, PointOrder } from './edit-hook.ts';
import type { Random } from './seeded-random.ts';

export interface Program {
  readonly name: string;
  kill(): void;
  /** Neither dead nor alive for so long: its connections stay open, its locks are held. */
  freeze(ms: number): Promise<void>;
  /** Strikes it the next time it passes the named point. False when it has not passed it in that time. */
  strikeAt(point: string, how: PointOrder['how'], patienceMs: number): Promise<boolean>;
  /** It runs on from where it has stopped itself. */
  thaw(): void;
  /** For good. */
  stop(): Promise<void>;
}

interface ProgramOptions {
  readonly name: string;
  /** The root of the project whose server it runs, and the file with what is to be read in place of its sources. */
  readonly root: string;
  readonly editedSources: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly logFolder: string;
  readonly random: Random;
  readonly onPassed: (passed: PointNews['passed']) => void;
}

export function startProgram(options: ProgramOptions): Program {
  const output = createWriteStream(join(options.logFolder, `${options.name}.log`), { flags: 'a' });
  const struck = new EventEmitter();
  let stopping = false;
  let child = start();

  function start(): ChildProcess {
    const started = launch(options, output);
    started.on('message', (news: PointNews) => {
      options.onPassed(news.passed);
      if (news.strikes !== null) struck.emit(news.strikes);
    });
    // A process that found no database at its start ends too, and is started again in the same way.
    started.once('exit', (code, signalName) => {
      output.write(`--- ended: ${signalName ?? code}\n`);
      if (!stopping) void sleep(options.random.between(200, 2000)).then(() => stopping || (child = start()));
    });
    return started;
  }
  // A run that is broken off leaves nothing behind.
  const killAtExit = (): void => signal(child, 'SIGKILL');
  process.once('exit', killAtExit);
  return {
    name: options.name,
    kill: () => signal(child, 'SIGKILL'),
    freeze: (ms) => freeze(child, ms),
    strikeAt: (point, how, patienceMs) => strikeAt(child, struck, { point, how }, patienceMs),
    thaw: () => signal(child, 'SIGCONT'),
    stop: async () => {
      stopping = true;
      const ended = isAlive(child) ? once(child, 'exit') : undefined;
      signal(child, 'SIGKILL');
      await ended;
      process.off('exit', killAtExit);
      output.end();
    },
  };
}

async function freeze(child: ChildProcess, ms: number): Promise<void> {
  signal(child, 'SIGSTOP');
  await sleep(ms);
  signal(child, 'SIGCONT');
}

async function strikeAt(
  child: ChildProcess,
  struck: EventEmitter,
  order: PointOrder & { readonly point: string },
  patienceMs: number,
): Promise<boolean> {
  const isStruck = once(struck, order.point, { signal: AbortSignal.timeout(patienceMs) }).then(
    () => true,
    () => false,
  );
  tell(child, order);
  if (await isStruck) return true;
  tell(child, { ...order, point: null });
  return false;
}

function launch({ root, editedSources, args, env }: ProgramOptions, output: Writable): ChildProcess {
  const hook = import.meta.resolve('./edit-hook.ts');
  const program = ['--disable-warning=ExperimentalWarning', `--import=${hook}`, join(root, 'server/main.ts')];
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: root,
    env: { ...env, EDITED_SOURCES: editedSources },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stdout?.pipe(output, { end: false });
  child.stderr?.pipe(output, { end: false });
  return child;
}

/** A program that is down has nothing to pass; the next one is not struck for it. */
function tell(child: ChildProcess, order: PointOrder): void {
  if (child.connected) child.send(order, () => undefined);
}

/** One that has ended is left alone: its number may be somebody else's by now. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (isAlive(child)) child.kill(name);
}

function isAlive({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
