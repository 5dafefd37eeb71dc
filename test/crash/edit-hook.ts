// Loaded before the server under test: gives it the edited sources, and strikes its own process at the named point the nemesis asks for.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** To the program: what to do at the next passing of a point; null calls it off. */
export interface PointOrder {
  readonly point: string | null;
  readonly how: 'kill' | 'freeze';
}

/** From the program: how often it has passed each point since the last time, and the point at which it strikes itself now. */
export interface PointNews {
  readonly passed: Readonly<Record<string, number>>;
  readonly strikes: string | null;
}

const TELL_EVERY_MS = 500;

const file = process.env.EDITED_SOURCES;
if (file !== undefined) readEdited(file);
obeyOrders();

function readEdited(path: string): void {
  const sources: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof sources !== 'object' || sources === null) return;
  registerHooks({
    load: (url, context, next) => {
      const source: unknown = Object.hasOwn(sources, url) ? Reflect.get(sources, url) : undefined;
      return typeof source === 'string'
        ? { format: 'module-typescript', source, shortCircuit: true }
        : next(url, context);
    },
  });
}

function obeyOrders(): void {
  let passed: Record<string, number> = {};
  let order: PointOrder = { point: null, how: 'kill' };
  const tell = (strikes: string | null): void => {
    // Written to the pipe before it returns, so that it is also read when the process ends in the next line.
    process.send?.({ passed, strikes } satisfies PointNews);
    passed = {};
  };
  Object.assign(globalThis, {
    announcePoint: (point: string): void => {
      passed[point] = (passed[point] ?? 0) + 1;
      if (order.point !== point) return;
      order = { ...order, point: null };
      tell(point);
      process.kill(process.pid, order.how === 'kill' ? 'SIGKILL' : 'SIGSTOP');
    },
  });
  process.on('message', (message: PointOrder) => (order = message));
  // Neither the orders nor the news keep the program alive.
  process.channel?.unref();
  setInterval(() => tell(null), TELL_EVERY_MS).unref();
}
