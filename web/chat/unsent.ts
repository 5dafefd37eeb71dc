// Messages that the server has not taken yet: kept in the browser one by one, so that no page overwrites another's.
import type { Keep } from './keep.ts';

export interface Unsent {
  /** Sent again with the same key, it is the same message. */
  readonly key: string;
  readonly text: string;
  readonly payload?: string;
  /** What was uploaded, by its path; the text is its name. */
  readonly file?: string;
  readonly madeAt: number;
  /** The last message of the conversation when it was written. */
  readonly after: number;
}

const START = 'unsent/';

export function newUnsent(said: Pick<Unsent, 'text' | 'payload' | 'file' | 'after'>): Unsent {
  // Not crypto.randomUUID(), which is missing on pages without https.
  const random = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  );
  return { ...said, key: random.join(''), madeAt: Date.now() };
}

export function keepUnsent(keep: Keep, unsent: Unsent): void {
  keep.set(START + unsent.key, JSON.stringify(unsent));
}

export function dropUnsent(keep: Keep, key: string): void {
  keep.remove(START + key);
}

/** All that are kept, by this page or by one that was closed before its message got through; oldest first. */
export function readUnsent(keep: Keep): Unsent[] {
  return keep
    .names(START)
    .flatMap((name) => parseUnsent(keep.get(name)) ?? [])
    .toSorted((one, other) => one.madeAt - other.madeAt);
}

function parseUnsent(text: string | undefined): Unsent | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isUnsent(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What is kept in the browser may have been written by an older version of this page. */
function isUnsent(value: unknown): value is Unsent {
  return (
    typeof value === 'object' &&
    value !== null &&
    'key' in value &&
    typeof value.key === 'string' &&
    'text' in value &&
    typeof value.text === 'string' &&
    'madeAt' in value &&
    typeof value.madeAt === 'number' &&
    'after' in value &&
    typeof value.after === 'number'
  );
}
