// Where scripts run: some threads, started when they are needed, in which the workspaces take turns.
import { availableParallelism } from 'node:os';
import type { Script, ScriptResult } from '@bellwire/model/script.ts';
import { scriptThread, type ScriptThread } from './script-thread.ts';

export interface Sandbox {
  /** Never throws: what goes wrong is part of the result. */
  run(workspaceId: string, script: Script): Promise<ScriptResult>;
  /** What is under way is never answered: whoever waits for it stops as well. */
  close(): Promise<void>;
}

interface Waiting {
  readonly workspaceId: string;
  readonly script: Script;
  readonly tell: (result: ScriptResult) => void;
  /** The sandbox broke under it before, which may not have been its fault. */
  readonly isSecondTry: boolean;
}

/** @example const sandbox = createSandbox(); await sandbox.run(workspaceId, script); */
export function createSandbox(most = Math.max(1, Math.min(4, availableParallelism() - 1))): Sandbox {
  const free: ScriptThread[] = [];
  const threads = new Set<ScriptThread>();
  const turns = new Turns();
  let isClosed = false;

  const work = async (thread: ScriptThread, next: Waiting): Promise<void> => {
    const result = await thread.run(next.script);
    if (thread.isAlive()) free.push(thread);
    else threads.delete(thread);
    if (isClosed) return;
    const isGone = result.is === 'broken' && result.fault === 'gone';
    if (isGone && !next.isSecondTry) turns.add({ ...next, isSecondTry: true });
    else next.tell(result);
    startMore();
  };
  const startMore = (): void => {
    while (free.length > 0 || threads.size < most) {
      const next = turns.take();
      if (next === undefined) return;
      const thread = free.pop() ?? scriptThread();
      threads.add(thread);
      void work(thread, next);
    }
  };
  return {
    run: (workspaceId, script) =>
      new Promise((tell) => {
        turns.add({ workspaceId, script, tell, isSecondTry: false });
        startMore();
      }),
    close: async () => {
      isClosed = true;
      await Promise.all([...threads].map((thread) => thread.end()));
    },
  };
}

/** Who has had a turn goes to the end: a workspace with a thousand slow scripts waits for itself. */
class Turns {
  readonly #queues = new Map<string, Waiting[]>();

  add(waiting: Waiting): void {
    const queue = this.#queues.get(waiting.workspaceId);
    if (queue === undefined) this.#queues.set(waiting.workspaceId, [waiting]);
    else queue.push(waiting);
  }

  take(): Waiting | undefined {
    for (const [workspaceId, queue] of this.#queues) {
      const next = queue.shift();
      this.#queues.delete(workspaceId);
      if (queue.length > 0) this.#queues.set(workspaceId, queue);
      if (next !== undefined) return next;
    }
    return undefined;
  }
}
