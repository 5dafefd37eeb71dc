// Works off the receipts that are due, as long as the server runs.
import { setTimeout as pause } from 'node:timers/promises';
import { claimDueReceipts, sendReceipt, type ReceiptRooms } from './send-receipt.ts';

const MOST_AT_ONCE = 20;

/** Several processes may each run one: a receipt is claimed by one of them, and again by another if that one dies. */
export function startReceiptWorker(rooms: ReceiptRooms, everyMs = 1_000): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = work(rooms, everyMs, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function work(rooms: ReceiptRooms, everyMs: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const done = await workOffDue(rooms).catch((error: unknown) => {
      rooms.log.error({ err: error }, 'Receipts could not be worked off.');
      return 0;
    });
    // A full hand says that more may be waiting.
    if (done < MOST_AT_ONCE) await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

async function workOffDue(rooms: ReceiptRooms): Promise<number> {
  const claimed = await claimDueReceipts(rooms.tenants.platform, MOST_AT_ONCE);
  const ends = await Promise.allSettled(claimed.map((receipt) => sendReceipt(rooms, receipt)));
  for (const end of ends)
    if (end.status === 'rejected') rooms.log.error({ err: end.reason }, 'A receipt failed on our side.');
  return claimed.length;
}
