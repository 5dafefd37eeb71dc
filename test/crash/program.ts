// One process of the server under test: started, killed, frozen, and started again whenever it ends.
import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from './seeded-random.ts';

export interface Program {
  readonly name: string;
  kill(): void;
  /** Neither dead nor alive for so long: its connections stay open, its locks are held. */
  freeze(ms: number): Promise<void>;
  /** For good. */
  stop(): Promise<void>;
}

interface ProgramOptions {
  readonly name: string;
  /** Where the sources of the server are: the real ones, or a copy with a planted bug. */
  readonly sources: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly logFolder: string;
  readonly random: Random;
}

export function startProgram(options: ProgramOptions): Program {
  const output = createWriteStream(join(options.logFolder, `${options.name}.log`), { flags: 'a' });
  let stopping = false;
  let child = start();

  function start(): ChildProcess {
    const started = launch(options, output);
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
    freeze: async (ms) => {
      const frozen = child;
      signal(frozen, 'SIGSTOP');
      await sleep(ms);
      signal(frozen, 'SIGCONT');
    },
    stop: async () => {
      stopping = true;
      const ended = isAlive(child) ? new Promise((resolve) => child.once('exit', resolve)) : undefined;
      signal(child, 'SIGKILL');
      await ended;
      process.off('exit', killAtExit);
      output.end();
    },
  };
}

function launch({ sources, args, env }: ProgramOptions, output: Writable): ChildProcess {
  const program = ['--disable-warning=ExperimentalWarning', join(sources, 'server/main.ts'), ...args];
  const child = spawn(process.execPath, program, { cwd: sources, env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  return child;
}

/** One that has ended is left alone: its number may be somebody else's by now. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (isAlive(child)) child.kill(name);
}

function isAlive({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
