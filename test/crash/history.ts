// What happened outside the system, line by line on disk: every request and its answer, every fault. The checker reads it again.
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import type { Tick } from './tick.ts';

export type HistoryLine =
  | { readonly is: 'sent'; readonly key: string; readonly contact: string; readonly tick: Tick }
  /** No answer, or one that does not say whether the event was taken in. The same key is sent again. */
  | { readonly is: 'unclear'; readonly key: string; readonly why: string }
  | { readonly is: 'accepted'; readonly key: string; readonly status: string; readonly eventId: string }
  /** A clear no: it must not happen, since all that is sent is right. */
  | { readonly is: 'refused'; readonly key: string; readonly why: string }
  | { readonly is: 'fault'; readonly fault: string };

/** One request that the sink answered, at the times of the sink's clock. */
export interface SinkLine {
  readonly event: string;
  readonly idempotencyKey: string;
  readonly from: number;
  readonly until: number;
  readonly status: number;
}

export interface LineFile<Line> {
  write(line: Line): void;
  close(): Promise<void>;
}

export function openLines<Line>(path: string): LineFile<Line> {
  const stream = createWriteStream(path);
  return {
    write: (line) => void stream.write(`${JSON.stringify({ at: Date.now(), ...line })}\n`),
    close: async () => {
      stream.end();
      await finished(stream);
    },
  };
}

/** The border: only `openLines` of the same run has written these files. */
export async function* readLines<Line>(path: string): AsyncGenerator<Line> {
  for await (const line of createInterface({ input: createReadStream(path) })) yield JSON.parse(line) as Line;
}
