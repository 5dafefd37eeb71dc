// How far the polls of one schedule have come; a new version of the app goes on from there.
import { asText } from '@bellwire/engine/language/as-text.ts';
import { readInstant } from '@bellwire/engine/language/instant.ts';
import type { Json } from '@bellwire/model/json.ts';
import type { Cursor, Poll } from '@bellwire/model/schedule.ts';

/** Each may be missing: the state of a schedule that has never polled is empty. */
export interface PollState {
  /** Whether the records that were there at first have been dealt with. */
  readonly begun?: boolean;
  /** From where a reading begins: moved on once all pages of the one before have been read. */
  readonly cursor?: Json;
  /** The newest that any record had, or what the answer named last. */
  readonly newest?: Json;
  /** The next page of a reading that is not over; none where the next poll begins anew. */
  readonly place?: Place;
  /** Every path by which records have been told apart, the present one last. */
  readonly keyPaths?: readonly string[];
}

export interface Place {
  readonly page: number;
  readonly offset: number;
  readonly next: Json;
  /** When the reading began, as ISO-8601. */
  readonly since: string;
}

export function firstPlace({ pages }: Poll, now: string): Place {
  return { page: pages?.first ?? 1, offset: 0, next: null, since: now };
}

/** The later of two values of a cursor; what is missing is earlier than all. */
export function laterOf(type: Cursor['type'], one: Json, other: Json): Json {
  if (one === null) return other;
  if (other === null) return one;
  return rankOf(type, other) > rankOf(type, one) ? other : one;
}

function rankOf(type: Cursor['type'], value: Json): number | string {
  if (type === 'number') return Number(value);
  const text = asText(value);
  return type === 'date' ? (readInstant(text) ?? text) : text;
}

/**
 * What the request sends: the overlap before the newest. A reading takes its time, in which a late record may land on a page
 * that has been read: the overlap of a date is lengthened by it.
 */
export function cursorAfter(cursor: Cursor, newest: Json, tookMs: number): Json {
  if (cursor.type === 'number' && cursor.overlap > 0) return Number(newest) - cursor.overlap;
  if (cursor.type !== 'date' || cursor.overlap === 0) return newest;
  const instant = readInstant(asText(newest));
  if (instant === undefined) return newest;
  return new Date(Date.parse(instant) - cursor.overlap * 1000 - Math.max(0, tookMs)).toISOString();
}

/** The state with the key's present path; the paths of before still tell which records are known. */
export function withKeyPath(state: PollState, path: string): PollState & { keyPaths: readonly string[] } {
  const { keyPaths = [] } = state;
  return {
    ...state,
    keyPaths: keyPaths.at(-1) === path ? keyPaths : [...keyPaths.filter((one) => one !== path), path],
  };
}
