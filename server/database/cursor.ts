// Where the next page of a list begins, as a text that only this server reads.
import type { z } from 'zod';
import { ProblemError } from '@bellwire/model/problem.ts';

export interface Page<Row> {
  readonly rows: Row[];
  readonly next: string | null;
}

/**
 * Cuts a page from rows that were read with a limit of one more than the page has: that one says whether there is a next.
 * The cursor holds the sort key of the last row shown and no count, so rows that come in meanwhile shift nothing.
 */
export function pageOfRows<Row>(rows: Row[], limit: number, keyOf: (last: Row) => unknown[]): Page<Row> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? writeCursor(keyOf(last)) : null };
}

export function writeCursor(key: unknown[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** @throws ProblemError `bad-input` when the text is not a cursor of this list. */
export function readCursor<Key extends z.ZodType>(text: string, key: Key): z.output<Key> {
  const reading = key.safeParse(parse(Buffer.from(text, 'base64url').toString()));
  if (reading.success) return reading.data;
  throw new ProblemError('bad-input', {
    complaints: [
      {
        path: ['after'],
        says: 'This is not the "next" of a page of this list. Send it as it was given, or leave it out to begin.',
      },
    ],
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
