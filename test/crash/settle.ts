// Waits until the system has come to rest: nothing in the log, nothing held, no request and no timer left.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database.ts';
import { countOpen } from './books.ts';

/** @returns after how long it came to rest; null when it did not in that time. */
export async function settle(database: Database, patienceMs: number): Promise<number | null> {
  const startedAt = Date.now();
  while (Date.now() - startedAt < patienceMs) {
    const open = await countOpen(database).catch(() => undefined);
    if (open !== undefined && open.log + open.held + open.calls + open.timers === 0)
      return Date.now() - startedAt;
    await sleep(200);
  }
  return null;
}
