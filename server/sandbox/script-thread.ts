// One thread for scripts, seen from outside: it is killed when a script outlives its time.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { scriptResultSchema, type Script, type ScriptResult } from '@bellwire/model/script.ts';
import { goneFault, lateFault } from './script-fault.ts';

export interface ScriptThread {
  /** One script at a time. Never throws. */
  run(script: Script): Promise<ScriptResult>;
  isAlive(): boolean;
  end(): Promise<void>;
}

/** QuickJS looks at the clock every some thousand steps, but not inside a long one, such as sorting: then the thread is killed. */
const GRACE_MS = 120;
const MOST_START_MS = 20_000;

export function scriptThread(): ScriptThread {
  let worker: Worker | null = null;
  let isAlive = true;
  const end = async (): Promise<void> => {
    isAlive = false;
    await worker?.terminate();
  };
  return {
    run: async (script) => {
      const startedAt = performance.now();
      try {
        worker ??= await openWorker();
        const late: ScriptResult = { is: 'broken', ...lateFault(script), logs: [], ms: script.timeoutMs };
        const answer = await answerOf(worker, script, script.timeoutMs + GRACE_MS);
        if (answer === 'late') void end();
        return answer === 'late' ? late : scriptResultSchema.parse(answer);
      } catch (error) {
        void end();
        return { is: 'broken', ...goneFault(error), logs: [], ms: performance.now() - startedAt };
      }
    },
    isAlive: () => isAlive,
    end,
  };
}

/** @throws when it does not begin. */
async function openWorker(): Promise<Worker> {
  const worker = new Worker(new URL('script-worker.ts', import.meta.url), {
    workerData: { wasm: await compiled() },
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
  });
  // It may break while nobody listens; its next script hears of it. And waiting for work it keeps no process alive.
  worker.on('error', () => undefined);
  if ((await answerOf(worker, null, MOST_START_MS)) === 'late') {
    await worker.terminate();
    throw new Error('its thread did not begin');
  }
  worker.unref();
  return worker;
}

/** The next thing it says. */
function answerOf(worker: Worker, message: Script | null, withinMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = new AbortController();
    const settle = (act: () => void): void => {
      ended.abort();
      clearTimeout(timer);
      act();
    };
    const timer = setTimeout(() => settle(() => resolve('late')), withinMs);
    const onMessage = (answer: unknown): void => settle(() => resolve(answer));
    const onError = (error: unknown): void =>
      settle(() => reject(new Error('its thread broke', { cause: error })));
    const onExit = (): void => settle(() => reject(new Error('its thread has ended')));
    worker.once('message', onMessage).once('error', onError).once('exit', onExit);
    ended.signal.addEventListener('abort', () => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    });
    if (message !== null) worker.postMessage(message);
  });
}

let module: Promise<WebAssembly.Module> | undefined;

/** Once for all threads: it takes 20 ms. */
function compiled(): Promise<WebAssembly.Module> {
  module ??= readFile(fileURLToPath(import.meta.resolve('quickjs-wasi/quickjs.wasm'))).then((bytes) =>
    WebAssembly.compile(bytes),
  );
  return module;
}
