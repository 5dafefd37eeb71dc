// Makes ids: uuid version 7, which sort by the time they were made.
import { randomFillSync } from 'node:crypto';

/** A new id, later than every id this process has made before, even within one millisecond or after the clock was put back. */
export const uuidV7 = uuidSource();

/** The smallest id that could be made at this time: ids from then on are not smaller. */
export function smallestUuidAt(time: Date): string {
  const digits = time.getTime().toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-000000000000`;
}

/** When an id of ours was made. */
export function timeOfUuid(id: string): Date {
  return new Date(parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}

const MOST_IN_MILLISECOND = 0x1000;

/** The ids of one clock; apart from tests there is one. */
export function uuidSource(now: () => number = Date.now): () => string {
  // 64 random bits for each id, fetched for 512 of them at once: a call to the kernel for each costs ten times the rest.
  const pool = Buffer.alloc(4096);
  let used = pool.length;
  let time = 0;
  let sequence = 0;
  return () => {
    const clock = now();
    if (clock > time) {
      time = clock;
      sequence = 0;
    } else if (++sequence === MOST_IN_MILLISECOND) {
      // Borrowed from the next millisecond rather than waited for.
      time += 1;
      sequence = 0;
    }
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    const random = pool.toString('hex', used, (used += 8));
    const start = time.toString(16).padStart(12, '0');
    const variant = ((parseInt(random.charAt(0), 16) & 0x3) | 0x8).toString(16);
    return `${start.slice(0, 8)}-${start.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${variant}${random.slice(1, 4)}-${random.slice(4)}`;
  };
}

/** The lowest id that can have been made at this time: for reading only what is younger, in milliseconds since 1970. */
export function lowestUuidAt(time: number): string {
  const start = time.toString(16).padStart(12, '0');
  return `${start.slice(0, 8)}-${start.slice(8)}-7000-8000-000000000000`;
}
