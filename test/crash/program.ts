// One process of the server under test: started, killed, frozen, and started again whenever it ends.
import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
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

export function startProgram({ name, sources, args, env, logFolder, random }: ProgramOptions): Program {
  const output = createWriteStream(join(logFolder, `${name}.log`), { flags: 'a' });
  let stopping = false;
  let child = launch();

  function launch(): ChildProcess {
    const started = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(sources, 'server/main.ts'), ...args], {
      cwd: sources,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.stdout.pipe(output, { end: false });
    started.stderr.pipe(output, { end: false });
    // A process that found no database at its start ends too, and is started again in the same way.
    started.once('exit', (code, signal) => {
      output.write(`--- ended: ${signal ?? code}\n`);
      if (!stopping) void sleep(random.between(200, 2000)).then(() => stopping || (child = launch()));
    });
    return started;
  }

  const signal = (signalName: NodeJS.Signals): void => {
    // Ended already: its number may be somebody else's by now.
    if (child.exitCode === null && child.signalCode === null) child.kill(signalName);
  };
  // A run that is broken off leaves nothing behind.
  const killAtExit = (): void => signal('SIGKILL');
  process.once('exit', killAtExit);
  return {
    name,
    kill: () => signal('SIGKILL'),
    freeze: async (ms) => {
      const frozen = child;
      signal('SIGSTOP');
      await sleep(ms);
      if (frozen === child) signal('SIGCONT');
    },
    stop: async () => {
      stopping = true;
      const ended = child.exitCode === null && child.signalCode === null ? new Promise((resolve) => child.once('exit', resolve)) : undefined;
      signal('SIGCONT');
      signal('SIGKILL');
      await ended;
      process.off('exit', killAtExit);
      output.end();
    },
  };
}
